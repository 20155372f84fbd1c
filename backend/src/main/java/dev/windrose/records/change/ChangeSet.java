package dev.windrose.records.change;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations that were decided together: who did them, why, and what became of each.
 *
 * @param operations in lists only the first few of {@code operationCount}
 */
public record ChangeSet(
        ChangeSetId id,
        ChangeSetStatus status,
        ActorKind actorKind,
        String actorName,
        @Nullable PersonId person,
        Cause cause,
        String summary,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable PersonId decidedBy,
        @Nullable ChangeSetId undoOf,
        @Nullable ChangeSetId undoneBy,
        int operationCount,
        List<ChangeOperation> operations) {

    public ChangeSet with(List<ChangeOperation> others) {
        return new ChangeSet(
                id,
                status,
                actorKind,
                actorName,
                person,
                cause,
                summary,
                reason,
                createdAt,
                decidedAt,
                decidedBy,
                undoOf,
                undoneBy,
                operationCount,
                others);
    }

    /** A part of it, in other words. */
    ChangeSet showing(List<ChangeOperation> some, String told) {
        return new ChangeSet(
                id,
                status,
                actorKind,
                actorName,
                person,
                cause,
                told,
                null,
                createdAt,
                decidedAt,
                decidedBy,
                undoOf,
                undoneBy,
                some.size(),
                some);
    }

    /** The status that follows from those of the operations. */
    static ChangeSetStatus statusOf(List<ChangeOperation> operations) {
        if (operations.stream().allMatch(operation -> operation.applied() && operation.reason() == null)) {
            return ChangeSetStatus.APPLIED;
        }
        if (operations.stream().anyMatch(ChangeOperation::applied)) {
            return ChangeSetStatus.PARTLY_APPLIED;
        }
        return operations.stream().anyMatch(operation -> operation.status() == OperationStatus.WAITING)
                ? ChangeSetStatus.PROPOSED
                : ChangeSetStatus.REFUSED;
    }
}
