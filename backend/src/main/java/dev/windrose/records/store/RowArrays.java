package dev.windrose.records.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table as an array for each column, which the database reads in less than half of the time that it takes for an array of objects.
 *
 * @param columns the type of each column, in the order of the statement
 */
public record RowArrays(String table, Map<String, String> columns) {

    private static final String JSON = "jsonb";

    public RowArrays {
        columns = new LinkedHashMap<>(columns);
    }

    /** @param columns name and type of each, with commas between them */
    public static RowArrays of(String table, String columns) {
        var all = new LinkedHashMap<String, String>();
        for (String column : columns.strip().split(",\\s+")) {
            String[] parts = column.split(" ");
            all.put(parts[0], parts[1]);
        }
        return new RowArrays(table, all);
    }

    /** Inserts what {@link #params} holds. */
    public String insert() {
        String arrays = columns.entrySet().stream()
                .map(column -> "cast(:%s as %s[])".formatted(param(column.getKey()), column.getValue()))
                .collect(Collectors.joining(", "));
        return "insert into %s (%s) select * from unnest(%s)"
                .formatted(table, String.join(", ", columns.keySet()), arrays);
    }

    public Map<String, String> params(List<Map<String, @Nullable Object>> rows) {
        var params = new LinkedHashMap<String, String>();
        columns.forEach((name, type) -> params.put(
                param(name),
                SqlArray.of(rows.stream().map(row -> value(row.get(name), type)).toList())));
        return params;
    }

    private static @Nullable Object value(@Nullable Object value, String type) {
        return value != null && type.equals(JSON) ? Json.write(value) : value;
    }

    private String param(String column) {
        return table + "_" + column;
    }
}
