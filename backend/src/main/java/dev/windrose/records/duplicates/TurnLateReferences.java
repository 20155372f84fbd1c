package dev.windrose.records.duplicates;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An import or a sync that ran beside a merge may have written a reference to the merged record. It is turned to the survivor. */
@Component
class TurnLateReferences {

    private static final Duration LATE = Duration.ofHours(1);

    private final MergeStore merges;
    private final Descriptors descriptors;
    private final Records records;
    private final Changes changes;
    private final Clock clock;

    TurnLateReferences(MergeStore merges, Descriptors descriptors, Records records, Changes changes, Clock clock) {
        this.merges = merges;
        this.descriptors = descriptors;
        this.records = records;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void of(Map<String, ? extends Collection<UUID>> byType) {
        var merged = merges.since(clock.instant().minus(LATE));
        if (!merged.isEmpty()) {
            byType.forEach((type, ids) -> descriptors.find(type).ifPresent(known -> turn(known, ids, merged)));
        }
    }

    private void turn(Descriptor type, Collection<UUID> ids, Map<UUID, UUID> merged) {
        var operations = new ArrayList<DraftOperation>();
        records.byIds(type.name(), ids).values().stream()
                .filter(record -> !record.binned())
                .forEach(record -> {
                    var turned = turned(type, record.values(), merged);
                    if (!turned.isEmpty()) {
                        operations.add(DraftOperation.update(type.name(), record.id(), turned));
                    }
                });
        if (!operations.isEmpty()) {
            changes.apply(ChangeDraft.of(Cause.run("duplicates"), "References turned to merged records", operations)
                    .refusingSingly());
        }
    }

    private static Map<String, @Nullable Object> turned(
            Descriptor type, Map<String, Object> values, Map<UUID, UUID> merged) {
        var turned = new LinkedHashMap<String, @Nullable Object>();
        for (FieldDescriptor field : type.dataFields()) {
            boolean one = field.kind() == FieldKind.REFERENCE && !field.readOnly();
            if (one && values.get(field.name()) instanceof UUID id && merged.containsKey(id)) {
                turned.put(field.name(), merged.get(id));
            }
        }
        return turned;
    }
}
