package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where merged records are found today. */
@Component
public class MergedRecords {

    private static final int FARTHEST = 20;

    private final MergeStore store;
    private final Descriptors descriptors;
    private final AccessChecks access;

    MergedRecords(MergeStore store, Descriptors descriptors, AccessChecks access) {
        this.store = store;
        this.descriptors = descriptors;
        this.access = access;
    }

    public record Merged(
            UUID id,
            String title,
            Instant mergedAt,
            @Nullable UUID changeSetId) {}

    /** The record that a merged one is part of, which may itself have been merged since. */
    @Transactional(readOnly = true)
    public Optional<UUID> survivor(String type, UUID merged) {
        var found = Optional.<UUID>empty();
        for (int step = 0; step < FARTHEST; step++) {
            var next = store.of(type, found.orElse(merged));
            if (next.isEmpty()) {
                return found;
            }
            found = next.map(MergeStore.Merge::survivor);
        }
        return found;
    }

    /** Those that became part of this one, the newest first. */
    @Transactional(readOnly = true)
    public List<Merged> into(String type, UUID survivor) {
        access.requireSeen(descriptors.get(type), survivor);
        return store.into(survivor).stream()
                .filter(merge -> merge.type().equals(type))
                .map(merge -> new Merged(merge.merged(), merge.title(), merge.at(), merge.changeSet()))
                .toList();
    }
}
