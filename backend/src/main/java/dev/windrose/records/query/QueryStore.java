package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import java.util.ArrayList;
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

    QueryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with the values by which it is sorted. */
    record Found(Row row, List<@Nullable String> sorted) {}

    /** One more than the limit where there are more. */
    List<Found> page(Descriptor type, RecordQuery query, RowMapping mapping) {
        var page = new PageSql(type, query);
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

    /** Exact up to one more than {@link #COUNTED}. */
    long count(Descriptor type, RecordQuery query) {
        var sql = new SqlParts();
        String where = PageSql.where(type, query, sql);
        return jdbc.sql("select count(*) from (select 1 from %s t where %s limit %d) counted"
                        .formatted(type.table(), where, COUNTED + 1))
                .param("tenant", tenant())
                .params(sql.params())
                .query(Long.class)
                .single();
    }

    /** What the planner expects. */
    long estimate(Descriptor type, RecordQuery query) {
        var sql = new SqlParts();
        String where = PageSql.where(type, query, sql);
        String plan = jdbc.sql("explain (format json) select 1 from %s t where %s".formatted(type.table(), where))
                .param("tenant", tenant())
                .params(sql.params())
                .query(String.class)
                .single();
        return Json.read(plan) instanceof List<?> plans
                        && plans.getFirst() instanceof Map<?, ?> first
                        && first.get("Plan") instanceof Map<?, ?> top
                        && top.get("Plan Rows") instanceof Number rows
                ? rows.longValue()
                : COUNTED;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
