package dev.windrose.records.change;

import dev.windrose.platform.id.ChangeSetId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has just been written.
 *
 * @param operations those that took effect
 */
public record AppliedChange(ChangeSetId id, Cause cause, Instant at, List<ChangeOperation> operations) {

    /** The change set that this one undoes. */
    public @Nullable UUID undone() {
        return cause.kind() == CauseKind.UNDO && cause.id() != null ? UUID.fromString(cause.id()) : null;
    }

    /** Whether all records of the type are new ones. */
    public boolean onlyCreates(String type) {
        return operations.stream()
                .filter(operation -> operation.recordType().equals(type))
                .allMatch(operation -> operation.op() == Op.CREATE);
    }

    /** The records of a type of which one of the fields changed. */
    public List<UUID> changed(String type, String... fields) {
        var wanted = List.of(fields);
        return operations.stream()
                .filter(operation -> operation.recordType().equals(type)
                        && operation.fields().stream().anyMatch(change -> wanted.contains(change.field())))
                .map(ChangeOperation::recordId)
                .distinct()
                .toList();
    }
}
