package dev.windrose.records.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table as an array for each column, which the database reads in less than half of the time that it takes for an array of objects.
 * What all rows have in common is sent once.
 *
 * @param columns the type of each column, in the order of the statement
 * @param common columns in which all rows are always alike
 * @param often columns in which all rows are mostly alike
 */
public record RowArrays(String table, Map<String, String> columns, Set<String> common, Set<String> often) {

    private static final String JSON = "jsonb";

    public RowArrays {
        columns = new LinkedHashMap<>(columns);
    }

    /** @param columns name and type of each, with commas between them; a column that is always the same ends with ! and one that mostly is with ? */
    public static RowArrays of(String table, String columns) {
        var all = new LinkedHashMap<String, String>();
        var common = new HashSet<String>();
        var often = new HashSet<String>();
        for (String column : columns.strip().split(",\\s+")) {
            String[] parts = column.split("[ !?]");
            all.put(parts[0], parts[1]);
            if (column.endsWith("!")) {
                common.add(parts[0]);
            } else if (column.endsWith("?")) {
                often.add(parts[0]);
            }
        }
        return new RowArrays(table, all, common, often);
    }

    /** Inserts what {@link #params} holds. */
    public String insert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return "insert into %s (%s) %s".formatted(table, String.join(", ", columns.keySet()), select(rows));
    }

    /** The rows that {@link #params} holds. */
    public String select(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var once = once(rows);
        var arrays = new ArrayList<String>();
        var names = new ArrayList<String>();
        var selected = new ArrayList<String>();
        columns.forEach((name, type) -> {
            if (once.contains(name)) {
                selected.add("cast(:%s as %s) as %s".formatted(param(name), type, name));
            } else {
                selected.add("r." + name);
                names.add(name);
                arrays.add("cast(:%s as %s[])".formatted(param(name), type));
            }
        });
        return "select %s from unnest(%s) r (%s)"
                .formatted(String.join(", ", selected), String.join(", ", arrays), String.join(", ", names));
    }

    public Map<String, @Nullable String> params(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        var once = once(rows);
        var params = new LinkedHashMap<String, @Nullable String>();
        columns.forEach((name, type) -> {
            if (once.contains(name)) {
                Object value = rows.isEmpty() ? null : value(rows.getFirst().get(name), type);
                params.put(param(name), value == null ? null : value.toString());
            } else {
                params.put(param(name), SqlArray.of(rows, row -> value(row.get(name), type)));
            }
        });
        return params;
    }

    /** All of those that are often alike or none of them, so that there are two texts of a statement and no more. */
    private Set<String> once(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        boolean alike = often.stream().allMatch(name -> rows.stream()
                .allMatch(row -> Objects.equals(row.get(name), rows.getFirst().get(name))));
        if (!alike || often.isEmpty()) {
            return common;
        }
        var once = new HashSet<>(common);
        once.addAll(often);
        return once;
    }

    private static @Nullable Object value(@Nullable Object value, String type) {
        return value != null && type.equals(JSON) ? Json.write(value) : value;
    }

    private String param(String column) {
        return table + "_" + column;
    }
}
