package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a list as SQL: what to order by, and the condition of rows after a cursor. */
final class OrderSql {

    /** A column of the order; {@code mayBeEmpty} rows come last in either direction. */
    record Key(String column, String sqlType, boolean descending, boolean mayBeEmpty) {

        String direction() {
            return descending ? "desc" : "asc";
        }

        String after() {
            return descending ? "<" : ">";
        }
    }

    private final List<Key> keys;
    private final SqlParts sql;

    OrderSql(Descriptor type, List<Sort> sort, SqlParts sql) {
        this.keys = sort.stream().map(one -> key(type, one)).toList();
        this.sql = sql;
    }

    private static Key key(Descriptor type, Sort sort) {
        FieldDescriptor field = type.field(sort.field())
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\".".formatted(type.label(), sort.field()),
                        sort.field()));
        if (!field.sort()) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER, "Lists cannot be sorted by %s.".formatted(field.label()), field.name());
        }
        return new Key(
                "t." + field.sortColumn(), FilterValue.sqlType(field), sort.descending(), !FilterSql.neverEmpty(field));
    }

    List<Key> keys() {
        return keys;
    }

    /** Rows of equal keys follow the direction of the last key, so that one index serves both. */
    String idDirection() {
        return keys.isEmpty() ? "asc" : keys.getLast().direction();
    }

    String selected() {
        var selected = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            selected.append(", %s::text as s%d".formatted(keys.get(i).column(), i));
        }
        return selected.toString();
    }

    String orderBy() {
        var order = new StringBuilder();
        keys.forEach(key -> order.append(
                "%s %s%s, ".formatted(key.column(), key.direction(), key.mayBeEmpty() ? " nulls last" : "")));
        return order + "t.id " + idDirection();
    }

    /** Rows after the cursor; true without one. */
    String after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return "true";
        }
        String idAfter = keys.isEmpty() ? ">" : keys.getLast().after();
        var alternatives = new ArrayList<String>();
        var equal = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            String value = cursor.values().get(i);
            String param = value == null ? null : sql.param(value, key.sqlType());
            if (param != null) {
                String greater = "%s %s %s".formatted(key.column(), key.after(), param);
                alternatives.add("%s(%s%s)"
                        .formatted(equal, greater, key.mayBeEmpty() ? " or %s is null".formatted(key.column()) : ""));
            }
            equal.append(
                    param == null ? key.column() + " is null and " : "%s = %s and ".formatted(key.column(), param));
        }
        alternatives.add(
                "%st.id %s %s".formatted(equal, idAfter, sql.param(cursor.id().toString(), "uuid")));
        return "(%s)".formatted(String.join(" or ", alternatives));
    }

    /** As {@link #after} for one key, in the form that an index answers by itself. */
    String afterOne(Cursor cursor) {
        var key = keys.getFirst();
        return "(%s, t.id) %s (%s, %s)"
                .formatted(
                        key.column(),
                        key.after(),
                        sql.param(String.valueOf(cursor.values().getFirst()), key.sqlType()),
                        sql.param(cursor.id().toString(), "uuid"));
    }

    String afterEmpty(Cursor cursor) {
        return "t.id %s %s"
                .formatted(keys.getFirst().after(), sql.param(cursor.id().toString(), "uuid"));
    }
}
