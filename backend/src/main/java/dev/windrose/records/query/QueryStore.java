package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.SqlArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return pages(List.of(query), mapping).getFirst();
    }

    /** Pages of queries that differ in their filters only, in one statement. */
    List<List<Found>> pages(List<RecordQuery> queries, RowMapping mapping) {
        var scope = open.of(queries.getFirst().asOf());
        var compiled = queries.stream().map(query -> new PageSql(scope, query)).toList();
        var first = queries.getFirst();
        var found = new ArrayList<List<Found>>();
        queries.forEach(_ -> found.add(new ArrayList<>()));
        int wanted = first.limit() + 1;
        jdbc.sql(PageSql.statement(compiled, mapping))
                .param("tenant", tenant())
                .param("limit", wanted)
                .param("offset", first.offset())
                .param("upto", wanted + first.offset())
                .params(scope.sql.params())
                .query(rs -> {
                    var sorted = new ArrayList<@Nullable String>();
                    for (int i = 0; i < first.sort().size(); i++) {
                        sorted.add(rs.getString("s" + i));
                    }
                    found.get(rs.getInt("page")).add(new Found(mapping.row(rs), sorted));
                });
        return found;
    }

    /** All that the filter of the query finds, in the order of ids. */
    List<UUID> ids(RecordQuery query, boolean bin, int most) {
        var scope = open.of(query.asOf());
        var type = scope.descriptors.get(query.type());
        String statement = "select t.id from %s where %s and %s order by t.id limit :most"
                .formatted(
                        scope.from(type, "t"),
                        bin ? scope.binned(type, "t") : scope.live(type, "t"),
                        new FilterSql(scope, type, "t").of(query.filter()));
        return jdbc.sql(scope.with() + statement)
                .param("tenant", tenant())
                .param("most", most)
                .params(scope.sql.params())
                .query(UUID.class)
                .list();
    }

    /** Those of the given records that there are for the actor and that are in use. */
    List<Row> live(Descriptor type, Collection<UUID> ids, RowMapping mapping, @Nullable Instant asOf) {
        var scope = open.of(asOf);
        String statement = scope.access.guard("select %s from %s where %s and t.id = any(cast(:ids as uuid[]))"
                .formatted(mapping.columns(), scope.from(type, "t"), scope.live(type, "t")));
        return jdbc.sql(scope.with() + statement)
                .param("tenant", tenant())
                .param("ids", SqlArray.of(ids))
                .params(scope.sql.params())
                .query((rs, _) -> mapping.row(rs))
                .list();
    }

    /** A record as it was, also if it lay in the bin then. */
    Optional<Row> past(Descriptor type, UUID id, RowMapping mapping, Instant asOf) {
        var scope = open.of(asOf, id);
        String statement = scope.access.guard("select %s from %s where t.tenant_id = :tenant and t.id = :id"
                .formatted(mapping.columns(), scope.from(type, "t")));
        return jdbc.sql(scope.with() + statement)
                .param("tenant", tenant())
                .param("id", id)
                .params(scope.sql.params())
                .query((rs, _) -> mapping.row(rs))
                .optional();
    }

    /** Exact up to one more than {@link #COUNTED}. */
    long count(RecordQuery query) {
        var scope = open.of(query.asOf());
        String rows = rows(scope, query);
        return jdbc.sql(scope.with()
                        + "select count(*) from (select 1 %s limit %d) counted".formatted(rows, COUNTED + 1))
                .param("tenant", tenant())
                .params(scope.sql.params())
                .query(Long.class)
                .single();
    }

    /** What the planner expects. */
    long estimate(RecordQuery query) {
        var scope = open.of(query.asOf());
        String rows = rows(scope, query);
        String plan = jdbc.sql("explain (format json) %sselect 1 %s".formatted(scope.with(), rows))
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
