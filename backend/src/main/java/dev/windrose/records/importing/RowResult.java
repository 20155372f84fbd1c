package dev.windrose.records.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param number its place among the rows
 * @param row line of the file; the header is 1
 * @param reason why it is refused, or why a value waits
 * @param field the field the reason is about
 * @param values the cells of a refused row by column
 * @param candidates the records that match, where these are several
 */
public record RowResult(
        long number,
        long row,
        Outcome outcome,
        @Nullable String title,
        @Nullable UUID recordId,
        List<Change> fields,
        @Nullable String reason,
        @Nullable String field,
        Map<String, String> values,
        List<UUID> candidates) {

    public RowResult(
            long number,
            long row,
            Outcome outcome,
            @Nullable String title,
            @Nullable UUID recordId,
            List<Change> fields,
            @Nullable String reason,
            @Nullable String field,
            Map<String, String> values) {
        this(number, row, outcome, title, recordId, fields, reason, field, values, List.of());
    }

    public enum Outcome {
        CREATE,
        UPDATE,
        UNCHANGED,
        WAITING,
        REFUSED,
        DUPLICATE,
        REVIEW
    }

    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}
}
