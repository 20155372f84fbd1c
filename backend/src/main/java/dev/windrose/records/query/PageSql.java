package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.store.RowMapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement of one page: first the ids in order, from indexes where possible, then the rows of these ids. */
final class PageSql {

    private final Descriptor type;
    private final RecordQuery query;
    private final @Nullable Cursor cursor;
    private final SqlParts sql = new SqlParts();
    private final OrderSql order;
    private final String where;

    PageSql(Descriptor type, RecordQuery query) {
        this.type = type;
        this.query = query;
        this.cursor = query.cursor() == null ? null : Cursor.decode(query.cursor(), query.sort());
        this.order = new OrderSql(type, query.sort(), sql);
        this.where = where(type, query, sql);
    }

    static String where(Descriptor type, RecordQuery query, SqlParts sql) {
        return "%s and t.deleted_at is %s and %s"
                .formatted(type.rows(), query.bin() ? "not null" : "null", new FilterSql(type, sql).of(query.filter()));
    }

    Map<String, Object> params() {
        return sql.params();
    }

    int sortKeys() {
        return order.keys().size();
    }

    String statement(RowMapping mapping) {
        boolean indexed = order.keys().size() == 1 && !query.bin();
        return """
                select %s, k.part%s
                from (%s limit :limit offset :offset) k
                join %s t on t.tenant_id = :tenant and t.id = k.id
                order by k.part, %s
                """.formatted(
                        mapping.columns(),
                        order.selected(),
                        indexed ? byOneKey() : keys(0, order.after(cursor)),
                        type.table(),
                        order.orderBy());
    }

    /** Rows with a value, then rows without: each part walks an index in its order. */
    private String byOneKey() {
        var key = order.keys().getFirst();
        boolean amongEmpty = cursor != null && cursor.values().getFirst() == null;
        String filled = cursor == null ? "true" : amongEmpty ? "false" : order.afterOne(cursor);
        if (!key.mayBeEmpty()) {
            return keys(0, filled);
        }
        String empty = amongEmpty && cursor != null ? order.afterEmpty(cursor) : "true";
        return "select * from ((%s limit :upto) union all (%s limit :upto)) parts"
                .formatted(
                        keys(0, "%s is not null and %s".formatted(key.column(), filled)),
                        keysOfEmpty(key.column(), empty));
    }

    private String keys(int part, String after) {
        return "select t.id, %d as part from %s t where %s and %s order by %s"
                .formatted(part, type.table(), where, after, order.orderBy().replace(" nulls last", nullsLast()));
    }

    private String keysOfEmpty(String column, String after) {
        return "select t.id, 1 as part from %s t where %s and %s is null and %s order by t.id %s"
                .formatted(type.table(), where, column, after, order.idDirection());
    }

    /** The part of rows with a value has no empty ones; saying where they go would keep the index from giving the order. */
    private String nullsLast() {
        return order.keys().size() == 1 && !query.bin() ? "" : " nulls last";
    }
}
