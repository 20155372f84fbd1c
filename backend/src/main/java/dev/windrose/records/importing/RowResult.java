package dev.windrose.records.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
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
 * @param candidates the records that match, where nobody knows yet which one it is
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
        List<RowCandidate> candidates) {

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

    /** The same with a change more: what would have changed nothing changes something then. */
    RowResult with(Change change) {
        var all = new ArrayList<>(fields);
        all.add(change);
        return new RowResult(
                number,
                row,
                outcome == Outcome.UNCHANGED ? Outcome.UPDATE : outcome,
                title,
                recordId,
                all,
                reason,
                field,
                values,
                candidates);
    }

    RowResult because(String why) {
        return new RowResult(number, row, outcome, title, recordId, fields, why, field, values, candidates);
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

    /** @param note what is to be known of the value, as where its record comes from */
    public record Change(
            String field,
            @Nullable Object before,
            @Nullable Object after,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String note) {

        public Change(String field, @Nullable Object before, @Nullable Object after) {
            this(field, before, after, null);
        }
    }
}
