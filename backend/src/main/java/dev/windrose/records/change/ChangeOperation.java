package dev.windrose.records.change;

import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldProblem;
import java.util.List;
import java.util.Set;
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

    /** Evidence and reason tell of all fields, so they go too. */
    ChangeOperation without(Set<String> hidden) {
        return new ChangeOperation(
                id,
                op,
                recordType,
                recordId,
                recordTitle,
                baseVersion,
                version,
                fields.stream()
                        .filter(change -> !hidden.contains(change.field()))
                        .toList(),
                externalIds,
                null,
                confidence,
                status,
                null,
                problems.stream()
                        .filter(problem -> !hidden.contains(problem.field()))
                        .toList());
    }

    public boolean applied() {
        return status == OperationStatus.APPLIED;
    }
}
