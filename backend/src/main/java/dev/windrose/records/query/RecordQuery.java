package dev.windrose.records.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records to read, in which order, and how many.
 *
 * @param cursor where the page before ended; null for the first page
 * @param offset rows to jump over, for lists that scroll to a position
 * @param bin what lies in the bin instead of what is in use
 * @param fields only these; empty for all that lists show
 * @param asOf the records as they were then; null for today's
 */
public record RecordQuery(
        String type,
        Filter filter,
        List<Sort> sort,
        int limit,
        @Nullable String cursor,
        int offset,
        boolean count,
        boolean bin,
        Set<String> fields,
        @Nullable Instant asOf) {

    public static final int MOST = 500;

    public static RecordQuery of(String type) {
        return new RecordQuery(
                type, Filter.ALL, List.of(new Sort("updated_at", true)), 50, null, 0, false, false, Set.of(), null);
    }

    public RecordQuery where(Filter condition) {
        return new RecordQuery(type, condition, sort, limit, cursor, offset, count, bin, fields, asOf);
    }

    public RecordQuery sortedBy(String... fieldNames) {
        return new RecordQuery(
                type,
                filter,
                List.of(fieldNames).stream().map(Sort::of).toList(),
                limit,
                cursor,
                offset,
                count,
                bin,
                fields,
                asOf);
    }

    public RecordQuery limit(int rows) {
        return new RecordQuery(type, filter, sort, rows, cursor, offset, count, bin, fields, asOf);
    }

    public RecordQuery after(@Nullable String position) {
        return new RecordQuery(type, filter, sort, limit, position, offset, count, bin, fields, asOf);
    }

    public RecordQuery counted() {
        return new RecordQuery(type, filter, sort, limit, cursor, offset, true, bin, fields, asOf);
    }

    public RecordQuery showing(Set<String> fieldNames) {
        return new RecordQuery(type, filter, sort, limit, cursor, offset, count, bin, fieldNames, asOf);
    }

    public RecordQuery asOf(@Nullable Instant moment) {
        return new RecordQuery(type, filter, sort, limit, cursor, offset, count, bin, fields, moment);
    }
}
