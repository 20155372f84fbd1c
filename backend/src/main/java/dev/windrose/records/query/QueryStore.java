package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs queries of records. */
@Component
class QueryStore {

    static final int COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final OpenScope open;

    QueryStore(JdbcClient jdbc, OpenScope open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    /** A row with the values by which it is sorted. */
    record Found(Row row, List<@Nullable String> sorted) {}

    /** One more than the limit where there are more. */
    List<Found> page(RecordQuery query, RowMapping mapping) {
        var page = new PageSql(open.of(), query);
        int wanted = query.limit() + 1;
        var statement = jdbc.sql(page.statement(mapping))
                .param("tenant", tenant())
                .param("limit", wanted)
                .param("offset", query.offset())
                .params(page.params());
        return statement
                .param("upto", wanted + query.offset())
                .query((rs, _) -> {
                    var sorted = new ArrayList<@Nullable String>();
                    for (int i = 0; i < page.sortKeys(); i++) {
                        sorted.add(rs.getString("s" + i));
                    }
                    return new Found(mapping.row(rs), sorted);
                })
                .list();
    }

    /** Those of the given records that there are for the actor and that are in use. */
    List<Row> live(Descriptor type, Collection<UUID> ids, RowMapping mapping) {
        var scope = open.of();
        return jdbc.sql(scope.access.guard("select %s from %s where %s and t.id = any(cast(:ids as uuid[]))"
                        .formatted(mapping.columns(), scope.from(type, "t"), scope.live(type, "t"))))
                .param("tenant", tenant())
                .param("ids", SqlArray.of(ids))
                .params(scope.sql.params())
                .query((rs, _) -> mapping.row(rs))
                .list();
    }

    /** Exact up to one more than {@link #COUNTED}. */
    long count(RecordQuery query) {
        var scope = open.of();
        String rows = rows(scope, query);
        return jdbc.sql("select count(*) from (select 1 %s limit %d) counted".formatted(rows, COUNTED + 1))
                .param("tenant", tenant())
                .params(scope.sql.params())
                .query(Long.class)
                .single();
    }

    /** What the planner expects. */
    long estimate(RecordQuery query) {
        var scope = open.of();
        String rows = rows(scope, query);
        String plan = jdbc.sql("explain (format json) select 1 " + rows)
                .param("tenant", tenant())
                .params(scope.sql.params())
                .query(String.class)
                .single();
        return Json.read(plan) instanceof List<?> plans
                        && plans.getFirst() instanceof Map<?, ?> first
                        && first.get("Plan") instanceof Map<?, ?> top
                        && top.get("Plan Rows") instanceof Number expected
                ? expected.longValue()
                : COUNTED;
    }

    private static String rows(StatementScope scope, RecordQuery query) {
        String where = PageSql.where(scope, query);
        return "from %s where %s".formatted(scope.from(scope.descriptors.get(query.type()), "t"), where);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
