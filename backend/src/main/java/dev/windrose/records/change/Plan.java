package dev.windrose.records.change;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordRef;
import dev.windrose.records.store.CustomValueStore;
import dev.windrose.records.store.WorkingRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft worked out against the records as they are: what each operation changes, and the records as they become. */
final class Plan {

    final ChangeSetId id;
    final ChangeDraft draft;
    Instant at;
    final List<PlannedOperation> operations = new ArrayList<>();
    /** What the operations refer to, by type, then by id; without what they create themselves. */
    final Map<String, Map<UUID, RecordRef>> found = new LinkedHashMap<>();

    private @Nullable Map<UUID, PlannedOperation> creations;

    @Nullable
    String baseCurrency;
    /** Values of unique fields that are taken, with the record that has each. */
    final Map<CustomValueStore.Claim, UUID> claims = new LinkedHashMap<>();

    /** By type, then by id. */
    final Map<Descriptor, Map<UUID, WorkingRecord>> records = new LinkedHashMap<>();

    Plan(ChangeSetId id, ChangeDraft draft, Instant at) {
        this.id = id;
        this.draft = draft;
        this.at = at;
    }

    /** The history of a record stays in order also where the clock was moved back. */
    void after(Instant lastChange) {
        if (!at.isAfter(lastChange)) {
            at = lastChange.plus(1, ChronoUnit.MICROS);
        }
    }

    @Nullable
    WorkingRecord record(Descriptor type, UUID record) {
        return records.getOrDefault(type, Map.of()).get(record);
    }

    /** What an id points to, also if the draft creates it. */
    Optional<RecordRef> ref(String type, UUID id) {
        var found = this.found.getOrDefault(type, Map.of()).get(id);
        if (found != null) {
            return Optional.of(found);
        }
        return Optional.ofNullable(creations().get(id))
                .filter(planned -> planned.type.name().equals(type))
                .map(planned -> new RecordRef(
                        id, type, planned.type.titleOf(planned.after.isEmpty() ? planned.parsed : planned.after)));
    }

    private Map<UUID, PlannedOperation> creations() {
        var known = creations;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (var planned : operations) {
                if (planned.draft.op() == Op.CREATE) {
                    known.put(planned.draft.recordId(), planned);
                }
            }
            creations = known;
        }
        return known;
    }

    /** What is left to tell: an update that changes nothing is no change. */
    List<ChangeOperation> results() {
        return operations.stream()
                .filter(Plan::tells)
                .map(PlannedOperation::result)
                .toList();
    }

    /** How many operations {@link #results} has. */
    int told() {
        return (int) operations.stream().filter(Plan::tells).count();
    }

    private static boolean tells(PlannedOperation operation) {
        return !operation.applies() || operation.draft.op() != Op.UPDATE || operation.says();
    }

    List<PlannedOperation> applied() {
        return operations.stream()
                .filter(operation -> operation.applies() && (operation.draft.op() != Op.UPDATE || operation.says()))
                .toList();
    }

    /** What the draft says of itself, else what it does. */
    String summary() {
        if (!draft.summary().isBlank()) {
            return draft.summary();
        }
        var told = applied();
        if (told.isEmpty()) {
            told = operations.stream()
                    .filter(operation -> operation.status == OperationStatus.WAITING)
                    .toList();
        }
        return told.size() == 1 ? History.summary(told.getFirst()) : "%d changes".formatted(told.size());
    }

    /** Ids that the draft itself creates, to which other operations may refer. */
    Set<UUID> created() {
        return operations.stream()
                .filter(operation -> operation.draft.op() == Op.CREATE)
                .map(operation -> operation.draft.recordId())
                .collect(Collectors.toSet());
    }
}
