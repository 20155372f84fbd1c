package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        var first = queries.getFirst();
        if (first.asOf() != null && queries.size() == 1) {
            return List.of(pastPage(first, first.asOf(), mapping));
        }
        var scope = scope(queries);
        var compiled = queries.stream().map(query -> new PageSql(scope, query)).toList();
        return read(scope, first, queries.size(), PageSql.statement(compiled, mapping), mapping);
    }

    /** Which records the page holds is told by the fields that it compares; all that the page shows is put together for these alone. */
    private List<Found> pastPage(RecordQuery query, Instant asOf, RowMapping mapping) {
        var scope = comparing(query);
        var ids = new LinkedHashMap<UUID, List<@Nullable String>>();
        int keys = query.sort().size();
        jdbc.sql(new PageSql(scope, query).pastIds())
                .param("tenant", tenant())
                .param("limit", query.limit() + 1)
                .param("offset", query.offset())
                .params(scope.sql.params())
                .query(rs -> {
                    ids.put(rs.getObject("id", UUID.class), sorted(rs, keys));
                });
        var rows = new HashMap<UUID, Row>();
        past(scope.descriptors.get(query.type()), ids.keySet(), mapping, asOf, false)
                .forEach(row -> rows.put(row.id(), row));
        return ids.entrySet().stream()
                .filter(entry -> rows.containsKey(entry.getKey()))
                .map(entry -> new Found(rows.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<@Nullable String> sorted(ResultSet rs, int keys) throws SQLException {
        var sorted = new ArrayList<@Nullable String>();
        for (int i = 0; i < keys; i++) {
            sorted.add(rs.getString("s" + i));
        }
        return sorted;
    }

    /** The first page of each part of what a query finds, where that is so little that reading all of it costs less. */
    List<List<Found>> columns(RecordQuery all, List<Filter> parts, RowMapping mapping) {
        var scope = scope(List.of(all));
        return read(scope, all, parts.size(), PageSql.columns(new PageSql(scope, all), parts, mapping), mapping);
    }

    private List<List<Found>> read(
            StatementScope scope, RecordQuery first, int pages, String statement, RowMapping mapping) {
        var found = new ArrayList<List<Found>>();
        for (int i = 0; i < pages; i++) {
            found.add(new ArrayList<>());
        }
        int wanted = first.limit() + 1;
        jdbc.sql(statement)
                .param("tenant", tenant())
                .param("limit", wanted)
                .param("offset", first.offset())
                .param("upto", wanted + first.offset())
                .params(scope.sql.params())
                .query(rs -> {
                    found.get(rs.getInt("page"))
                            .add(new Found(
                                    mapping.row(rs), sorted(rs, first.sort().size())));
                });
        return found;
    }

    /** All that the filter of the query finds, in the order of ids. */
    List<UUID> ids(RecordQuery query, boolean bin, int most) {
        var scope = scope(List.of(query));
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

    /**
     * Records as they were, also such as lay in the bin then.
     *
     * @param whole whoever asks, for what the product works out of them
     */
    List<Row> past(Descriptor type, Set<UUID> ids, RowMapping mapping, Instant asOf, boolean whole) {
        return past(type, ids, Filter.ALL, mapping, asOf, whole);
    }

    /** Of these those that the filter finds. */
    List<Row> past(Descriptor type, Set<UUID> ids, Filter filter, RowMapping mapping, Instant asOf, boolean whole) {
        if (ids.isEmpty()) {
            return List.of();
        }
        boolean one = ids.size() == 1;
        var scope = open.of(asOf, ids, whole);
        String statement = scope.access.guard("select %s from %s where t.tenant_id = :tenant and t.id = %s and %s"
                .formatted(
                        mapping.columns(),
                        scope.from(type, "t"),
                        one ? "cast(:ids as uuid)" : "any(cast(:ids as uuid[]))",
                        new FilterSql(scope, type, "t").of(filter)));
        return jdbc.sql(scope.with() + statement)
                .param("tenant", tenant())
                .param("ids", one ? ids.iterator().next().toString() : SqlArray.of(ids))
                .params(scope.sql.params())
                .query((rs, _) -> mapping.row(rs))
                .list();
    }

    /** Ids of records that there were then, also in the bin. */
    List<UUID> pastIds(Descriptor type, Filter filter, Instant asOf, boolean whole, int most) {
        var scope = open.of(asOf, whole);
        String statement = "select t.id from %s where t.tenant_id = :tenant and %s limit :most"
                .formatted(scope.from(type, "t"), new FilterSql(scope, type, "t").of(filter));
        return jdbc.sql(scope.with() + statement)
                .param("tenant", tenant())
                .param("most", most)
                .params(scope.sql.params())
                .query(UUID.class)
                .list();
    }

    /** Ids of records that refer to one of these, whoever asks, also from the bin. */
    List<UUID> referring(Descriptor type, FieldDescriptor reference, Collection<UUID> targets, int most) {
        String column = reference.custom() == null
                ? "t." + reference.name()
                : "cast(t.custom ->> '%s' as uuid)".formatted(reference.name());
        return jdbc.sql("select t.id from %s t where %s and %s = any(cast(:targets as uuid[])) limit :most"
                        .formatted(type.table(), type.rows(), column))
                .param("tenant", tenant())
                .param("targets", SqlArray.of(targets))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Exact up to one more than {@link #COUNTED}. */
    long count(RecordQuery query) {
        var scope = comparing(query);
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
        var scope = scope(List.of(query));
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

    /** Of queries of one type and moment. */
    private StatementScope scope(List<RecordQuery> queries) {
        var first = queries.getFirst();
        return open.of(
                first.asOf(),
                open.type(first.type()),
                queries.stream().map(RecordQuery::filter).toList());
    }

    /** For what answers no fields of records. Page and count of a query need the same of the past, so it is read once for both. */
    private StatementScope comparing(RecordQuery query) {
        var scope = scope(List.of(query));
        if (scope.past != null) {
            scope.past.compareOnly();
            new OrderSql(scope, scope.descriptors.get(query.type()), query.sort());
        }
        return scope;
    }

    private static String rows(StatementScope scope, RecordQuery query) {
        String where = PageSql.where(scope, query);
        return "from %s where %s".formatted(scope.from(scope.descriptors.get(query.type()), "t"), where);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
