package dev.windrose.records.query;

import dev.windrose.records.RecordData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records in columns. */
public record Board(List<Column> columns) {

    /**
     * @param value null for records without one
     * @param count of all its records, also those that are not shown
     * @param nextCursor goes on in the list of this column's records, in the same order
     */
    public record Column(
            @Nullable Object value,
            String label,
            @Nullable String tone,
            long count,
            Map<String, @Nullable Object> totals,
            List<RecordData> data,
            @Nullable String nextCursor) {}
}
