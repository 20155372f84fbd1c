package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.store.RowMapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statement of one page: first the ids in order, from indexes where possible, then the rows of these ids. */
final class PageSql {

    private final StatementScope scope;
    private final Descriptor type;
    private final RecordQuery query;
    private final @Nullable Cursor cursor;
    private final OrderSql order;
    private final String where;

    PageSql(StatementScope scope, RecordQuery query) {
        this.scope = scope;
        this.type = scope.descriptors.get(query.type());
        this.query = query;
        this.cursor = query.cursor() == null ? null : Cursor.decode(query.cursor(), query.sort());
        this.order = new OrderSql(scope, type, query.sort());
        this.where = where(scope, query);
    }

    static String where(StatementScope scope, RecordQuery query) {
        var type = scope.descriptors.get(query.type());
        return "%s and %s"
                .formatted(
                        query.bin() ? scope.binned(type, "t") : scope.live(type, "t"),
                        new FilterSql(scope, type, "t").of(query.filter()));
    }

    Map<String, Object> params() {
        return scope.sql.params();
    }

    int sortKeys() {
        return order.keys().size();
    }

    String statement(RowMapping mapping) {
        return rows(mapping, "select 0 as page, page.* from (%s) page".formatted(ids()));
    }

    /** Several pages of one type and order in one statement; the rows say in {@code page} to which they belong. */
    static String statement(List<PageSql> pages, RowMapping mapping) {
        var parts = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            parts.append(i == 0 ? "" : " union all ")
                    .append("select %d as page, page.* from (%s) page"
                            .formatted(i, pages.get(i).ids()));
        }
        return pages.getFirst().rows(mapping, parts.toString());
    }

    private String ids() {
        boolean indexed = order.keys().size() == 1 && !query.bin();
        return (indexed ? byOneKey() : keys(0, order.joined(), order.after(cursor))) + " limit :limit offset :offset";
    }

    private String rows(RowMapping mapping, String ids) {
        String statement = """
                select %s, k.page%s
                from (%s) k
                join %s on t.tenant_id = :tenant and t.id = k.id%s
                order by k.page, k.part, %s
                """.formatted(
                mapping.columns(), order.selected(), ids, scope.from(type, "t"), order.joined(), order.orderBy());
        return scope.with() + scope.access.guard(statement);
    }

    /** Rows with a value, then rows without: each part walks an index in its order. */
    private String byOneKey() {
        var key = order.keys().getFirst();
        boolean amongEmpty = cursor != null && cursor.values().getFirst() == null;
        String filled = cursor == null ? "true" : amongEmpty ? "false" : order.afterOne(cursor);
        if (!key.mayBeEmpty()) {
            return keys(0, "", filled);
        }
        String empty = amongEmpty && cursor != null ? order.afterEmpty(cursor) : "true";
        return "select * from ((%s limit :upto) union all (%s limit :upto)) parts"
                .formatted(
                        keys(0, key.joined("join"), "%s is not null and %s".formatted(key.column(), filled)),
                        keysOfEmpty(key, empty));
    }

    private String keys(int part, String joined, String after) {
        return "select t.id, %d as part from %s%s where %s and %s order by %s"
                .formatted(
                        part,
                        scope.from(type, "t"),
                        joined,
                        where,
                        after,
                        order.orderBy().replace(" nulls last", nullsLast()));
    }

    private String keysOfEmpty(OrderSql.Key key, String empty) {
        return "select t.id, 1 as part from %s%s where %s and %s is null and %s order by t.id %s"
                .formatted(
                        scope.from(type, "t"),
                        key.joined("left join"),
                        where,
                        key.column(),
                        empty,
                        order.idDirection());
    }

    /** The part of rows with a value has no empty ones; saying where they go would keep the index from giving the order. */
    private String nullsLast() {
        return order.keys().size() == 1 && !query.bin() ? "" : " nulls last";
    }
}
