package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.IndexValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a list as SQL: what to order by, and the condition of rows after a cursor. */
final class OrderSql {

    /**
     * A column of the order; {@code mayBeEmpty} rows come last in either direction.
     *
     * @param id the record's id where the column lies, so that one index holds both
     * @param joins other tables in which the column lies, each with its condition, in the order in which they are reached
     */
    record Key(String column, String id, String sqlType, boolean descending, boolean mayBeEmpty, List<Join> joins) {

        /** @param kind {@code join}, or {@code left join} for rows without a value too */
        String joined(String kind) {
            var text = new StringBuilder();
            joins.forEach(join -> text.append(" %s %s on %s".formatted(kind, join.table(), join.condition())));
            return text.toString();
        }

        String direction() {
            return descending ? "desc" : "asc";
        }

        String after() {
            return descending ? "<" : ">";
        }
    }

    record Join(String table, String condition) {}

    private final List<Key> keys;
    private final SqlParts sql;

    OrderSql(StatementScope scope, Descriptor type, List<Sort> sort) {
        this.sql = scope.sql;
        this.keys = sort.stream().map(one -> key(scope, type, one)).toList();
    }

    private static Key key(StatementScope scope, Descriptor type, Sort sort) {
        var path = FieldPath.of(scope.descriptors, type, sort.field()).seen(scope.access, type);
        var field = path.field();
        if (!field.sort()) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER, "Lists cannot be sorted by %s.".formatted(field.label()), sort.field());
        }
        var joins = new ArrayList<Join>();
        String row = joins(scope, path, joins);
        for (int hop = 0; hop < path.hops().size(); hop++) {
            scope.uses(path.from(hop, type), path.hops().get(hop).reference());
        }
        String column = row + "." + field.sortColumn();
        String id = "t.id";
        scope.uses(path.type(), field);
        if (field.custom() != null && scope.past != null) {
            column = ColumnSql.inRow(field, row);
        } else if (field.custom() != null) {
            String index = scope.sql.alias();
            joins.add(new Join(ColumnSql.indexTable(index), ColumnSql.inIndex(index, field, row)));
            column = index + "." + IndexValue.column(field);
            id = path.direct() ? index + ".record_id" : id;
        }
        return new Key(
                column,
                id,
                FilterValue.sqlType(field),
                sort.descending(),
                !path.direct() || field.custom() != null || !FilterSql.neverEmpty(field),
                List.copyOf(joins));
    }

    /** Adds the tables of a path; answers the alias of the row in which its field lies. */
    static String joins(StatementScope scope, FieldPath path, List<Join> joins) {
        String row = "t";
        for (var hop : path.hops()) {
            row = follow(scope, hop, row, joins);
        }
        return row;
    }

    /** Joins what a reference leads to; answers its alias. */
    private static String follow(StatementScope scope, FieldPath.Hop hop, String row, List<Join> joins) {
        String alias = scope.sql.alias();
        String id = row + "." + hop.reference().name();
        if (hop.reference().custom() != null && scope.past != null) {
            id = ColumnSql.inRow(hop.reference(), row);
        } else if (hop.reference().custom() != null) {
            String index = scope.sql.alias();
            joins.add(new Join(ColumnSql.indexTable(index), ColumnSql.inIndex(index, hop.reference(), row)));
            id = index + ".id_value";
        }
        joins.add(new Join(
                scope.from(hop.target(), alias),
                "%s and %s.id = %s".formatted(scope.live(hop.target(), alias), alias, id)));
        return alias;
    }

    /** All tables of the order, for rows with and without values. */
    String joined() {
        var text = new StringBuilder();
        keys.forEach(key -> text.append(key.joined("left join")));
        return text.toString();
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

    /** @param from the first key that counts */
    String orderBy(int from) {
        var order = new StringBuilder();
        keys.stream()
                .skip(from)
                .forEach(key -> order.append(
                        "%s %s%s, ".formatted(key.column(), key.direction(), key.mayBeEmpty() ? " nulls last" : "")));
        return order + "t.id " + idDirection();
    }

    /** The value of a key at the cursor. */
    String value(Cursor cursor, int key) {
        return sql.param(String.valueOf(cursor.values().get(key)), keys.get(key).sqlType());
    }

    /**
     * Rows after the cursor; true without one.
     *
     * @param from the first key that counts
     */
    String after(@Nullable Cursor cursor, int from) {
        if (cursor == null) {
            return "true";
        }
        String idAfter = keys.isEmpty() ? ">" : keys.getLast().after();
        var alternatives = new ArrayList<String>();
        var equal = new StringBuilder();
        for (int i = from; i < keys.size(); i++) {
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

    /** As {@link #after} for the last key, in the form that an index answers by itself. */
    String afterLast(Cursor cursor) {
        var key = keys.getLast();
        String value = value(cursor, keys.size() - 1);
        String after = "(%s, %s) %s (%s, %s)"
                .formatted(
                        key.column(),
                        key.id(),
                        key.after(),
                        value,
                        sql.param(cursor.id().toString(), "uuid"));
        // Two tables have no common index, so the one of the column is told by itself where to begin.
        boolean oneIndex = key.joins().isEmpty() || !key.id().equals("t.id");
        return oneIndex ? after : "%s %s= %s and %s".formatted(key.column(), key.after(), value, after);
    }

    String afterEmpty(Cursor cursor) {
        return "t.id %s %s"
                .formatted(keys.getLast().after(), sql.param(cursor.id().toString(), "uuid"));
    }
}
