package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.store.RowMapping;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statement of one page: first the ids in order, from indexes where possible, then the rows of these ids. */
final class PageSql {

    /**
     * So many are sorted in a few milliseconds. With more, walking an order finds a page soon: about one row in a few hundred fits, where there
     * are a million.
     */
    private static final int FEW = 2_000;

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
        return statement(List.of(this), mapping);
    }

    /** Several pages of one type and order in one statement; the rows say in {@code page} to which they belong. */
    static String statement(List<PageSql> pages, RowMapping mapping) {
        var first = pages.getFirst();
        var parts = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            parts.append(i == 0 ? "" : " union all ")
                    .append("select %d as page, page.* from (%s) page"
                            .formatted(i, pages.get(i).ids()));
        }
        return first.rows(mapping, parts.toString());
    }

    /**
     * As {@link #statement} for pages whose columns together hold few records: all are read once, where each page would read them for itself.
     *
     * @param all what the pages are parts of
     * @param parts the condition of each page beside that
     */
    static String columns(PageSql all, List<Filter> parts, RowMapping mapping) {
        var page = new StringBuilder("case");
        for (int i = 0; i < parts.size(); i++) {
            page.append(" when %s then %d".formatted(new FilterSql(all.scope, all.type, "t").of(parts.get(i)), i));
        }
        page.append(" end");
        String ids =
                """
                select f.page, f.id, 0 as part from (
                    select t.id, %1$s as page, row_number() over (partition by %1$s order by %2$s) as place
                    from %3$s%4$s where %5$s) f
                where f.page is not null and f.place <= :limit""".formatted(page, all.order.orderBy(0), all.scope.from(all.type, "t"), all.order.joined(), all.where);
        return all.rows(mapping, ids);
    }

    private String ids() {
        if (query.bin() || scope.past != null) {
            return "select t.id, 0 as part from %s%s where %s and %s order by %s limit :limit offset :offset"
                    .formatted(scope.from(type, "t"), order.joined(), where, order.after(cursor, 0), order.orderBy(0));
        }
        var own = ownConditions(query.filter()).toList();
        String ids = own.size() > 1 ? fewOrOrdered(new Filter.And(own)) : ordered(where);
        return ids + " limit :limit offset :offset";
    }

    /**
     * Conditions that find many each may find next to nothing together, which the planner does not know: it would walk an order to its end.
     * So the rows of these are looked for without an order first. Where few are all there are, they are sorted; otherwise the order is walked.
     */
    private String fewOrOrdered(Filter own) {
        return """
                with few as materialized (
                    select t.id from %1$s where %2$s and t.deleted_at is null and %3$s limit (select %4$d)),
                found as materialized (select count(*) < %4$d as complete from few)
                select * from ((select t.id, 0 as part from few join %1$s on t.id = few.id%5$s
                    where (select complete from found) and %6$s and %7$s order by %8$s limit :upto)
                union all (%9$s limit :upto)) chosen""".formatted(
                        scope.from(type, "t"),
                        type.rows("t"),
                        new FilterSql(scope, type, "t").of(own),
                        FEW,
                        order.joined(),
                        where,
                        order.after(cursor, 0),
                        order.orderBy(0),
                        ordered("not (select complete from found) and " + where));
    }

    private String ordered(String condition) {
        return new OrderedIds(scope, type, order, cursor, condition).statement();
    }

    /** Conditions on the record's own fields that all have to hold; without words, for which the search index would be asked twice. */
    private static Stream<Filter> ownConditions(Filter filter) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().flatMap(PageSql::ownConditions);
            case Filter.Compare compare
            when !compare.field().contains(".") && !compare.field().startsWith("_") && !TextSql.fits(compare) ->
                Stream.of(compare);
            case Filter.Compare _, Filter.Or _, Filter.Not _ -> Stream.empty();
        };
    }

    private String rows(RowMapping mapping, String ids) {
        String statement = """
                select %s, k.page%s
                from (%s) k
                join %s on t.tenant_id = :tenant and t.id = k.id%s
                order by k.page, k.part, %s
                """.formatted(
                mapping.columns(), order.selected(), ids, scope.from(type, "t"), order.joined(), order.orderBy(0));
        return scope.with() + scope.access.guard(statement);
    }

    /** Rows of the past have no index: they are read once, and the page is taken from them. */
    String pastIds() {
        String statement = "select t.id%s from %s%s where %s and %s order by %s limit :limit offset :offset"
                .formatted(
                        order.selected(),
                        scope.from(type, "t"),
                        order.joined(),
                        where,
                        order.after(cursor, 0),
                        order.orderBy(0));
        return scope.with() + scope.access.guard(statement);
    }
}
