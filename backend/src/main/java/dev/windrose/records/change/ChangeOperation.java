package dev.windrose.records.change;

import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldProblem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a change set with what it changes.
 *
 * @param version the version the record has after it; null unless it was written just now
 * @param reason why it was refused or left
 * @param problems what was wrong, where it was refused for its values just now
 */
public record ChangeOperation(
        UUID id,
        Op op,
        String recordType,
        UUID recordId,
        String recordTitle,
        @Nullable Long baseVersion,
        @Nullable Long version,
        List<FieldChange> fields,
        List<ExternalId> externalIds,
        @Nullable Evidence evidence,
        @Nullable Double confidence,
        OperationStatus status,
        @Nullable String reason,
        List<FieldProblem> problems) {

    public boolean applied() {
        return status == OperationStatus.APPLIED;
    }
}
