package dev.windrose.journeys.engine.clickhouse;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyError;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.Buckets;
import dev.windrose.journeys.engine.fold.FunnelShape;
import dev.windrose.platform.error.AppException;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes questions over a table {@code journey_events} with the columns of PostgreSQL's and {@code t}, the time in microseconds as {@code Int64}. Each
 * statement names its tenant. Funnels without a breakdown, times or exclusions use {@code windowFunnel}; others find, from every beginning, when each
 * step was first reached, which is exact as long as nothing is excluded.
 */
public final class ClickHouseSql {

    private static final int MOST_CONDITIONS = 32;

    private final UUID tenant;

    public ClickHouseSql(UUID tenant) {
        this.tenant = tenant;
    }

    /** One statement; two for a comparison. */
    public List<String> of(JourneyQuery query) {
        return switch (query) {
            case JourneyQuery.Funnel funnel -> List.of(funnel(funnel));
            case JourneyQuery.DropOffs dropOffs -> List.of(dropOffs(dropOffs));
            case JourneyQuery.Retention retention -> List.of(retention(retention));
            case JourneyQuery.PathsFrom paths -> List.of(paths(paths));
            case JourneyQuery.Attribution attribution -> List.of(touches(attribution));
            case JourneyQuery.Series series -> List.of(series(series));
            case JourneyQuery.Comparison comparison -> comparison(comparison);
        };
    }

    private List<String> comparison(JourneyQuery.Comparison query) {
        var scope = query.scope();
        var before = new JourneyQuery.Scope(scope.grain(), query.from(), query.to(), scope.where());
        return Stream.of(query.query(), query.query().within(before))
                .flatMap(one -> of(one).stream())
                .toList();
    }

    private String events(JourneyQuery.Scope scope) {
        var entity = entity(scope.grain());
        return "ev AS (\n    SELECT *, %s AS entity\n    FROM journey_events\n    WHERE tenant_id = toUUID('%s') AND taken_back = 0 AND entity IS NOT NULL\n"
                        .formatted(entity, tenant)
                + "        AND t >= %d AND t < %d AND %s\n)"
                        .formatted(Buckets.micros(scope.from()), Buckets.micros(scope.to()), condition(scope.where()));
    }

    private static String entity(Grain grain) {
        return switch (grain) {
            case PERSON -> "coalesce(contact_id, visitor_id)";
            case COMPANY -> "company_id";
            case DEAL -> "deal_id";
        };
    }

    static String condition(Condition condition) {
        if (condition.tests().isEmpty()) {
            return "1";
        }
        return condition.tests().stream()
                .map(test -> "ifNull(toString(%s), '') %s (%s)"
                        .formatted(
                                test.dimension().column(),
                                test.not() ? "NOT IN" : "IN",
                                test.values().stream()
                                        .sorted()
                                        .map(ClickHouseSql::text)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static long window(JourneyQuery.Funnel query) {
        return query.window() == null ? FunnelShape.ENDLESS : query.window().toNanos() / 1_000;
    }

    private String funnel(JourneyQuery.Funnel query) {
        if (plain(query)) {
            return "WITH " + events(query.scope()) + "\nSELECT level, count() AS entities\nFROM (\n"
                    + windowFunnel(query) + "\n)\nWHERE level > 0\nGROUP BY level\nORDER BY level";
        }
        int steps = query.steps().size();
        var groups = query.breakdown().isEmpty() ? "" : "dims, ";
        var times = query.times()
                ? IntStream.rangeClosed(2, steps)
                        .mapToObj(i ->
                                ",\n    quantilesExactInclusiveIf(0.1, 0.25, 0.5, 0.75, 0.9)(m%1$d - m1, level >= %1$d) AS took%1$d"
                                        .formatted(i))
                        .collect(Collectors.joining())
                : "";
        var reached = IntStream.rangeClosed(1, steps)
                .mapToObj(i -> "countIf(level >= %1$d) AS reached%1$d".formatted(i))
                .collect(Collectors.joining(", "));
        return best(query) + "\nSELECT " + groups + reached + times + "\nFROM best"
                + (groups.isEmpty() ? "" : "\nGROUP BY dims\nORDER BY dims");
    }

    private static boolean plain(JourneyQuery.Funnel query) {
        return query.order() == FunnelShape.Order.ORDERED
                && query.breakdown().isEmpty()
                && !query.times()
                && query.exclusions().isEmpty()
                && query.steps().size() <= MOST_CONDITIONS;
    }

    private static String windowFunnel(JourneyQuery.Funnel query) {
        return "    SELECT entity, windowFunnel(%d)(toUInt64(t), %s) AS level\n    FROM ev\n    GROUP BY entity"
                .formatted(
                        window(query),
                        query.steps().stream().map(ClickHouseSql::condition).collect(Collectors.joining(", ")));
    }

    /** Of each entity the furthest level, the earliest beginning that gets there, and when each step was first reached from it. */
    private String best(JourneyQuery.Funnel query) {
        if (!query.exclusions().isEmpty()) {
            throw new AppException(
                    JourneyError.QUESTION_UNCLEAR,
                    "Funnels with exclusions are answered by the columns of this process, not by ClickHouse.");
        }
        var chains = new ClickHouseChains(query.steps(), query.breakdown(), window(query));
        var from =
                switch (query.order()) {
                    case ORDERED -> chains.ordered();
                    case STRICT -> chains.strict();
                    case UNORDERED -> chains.unordered();
                };
        var moments = IntStream.rangeClosed(1, query.steps().size())
                .mapToObj(i -> "m" + i)
                .collect(Collectors.joining(", "));
        var parts = IntStream.rangeClosed(1, query.steps().size())
                .mapToObj(i -> ", furthest.%d AS m%d".formatted(i + 2, i))
                .collect(Collectors.joining("", "furthest.1 AS dims, furthest.2 AS level", ""));
        return "WITH " + events(query.scope())
                + ", numbered AS (\n    SELECT *, row_number() OVER (PARTITION BY entity ORDER BY t, toString(id)) AS place\n    FROM ev\n), "
                + from
                + ", best AS (\n    SELECT entity, %s\n    FROM (\n        SELECT entity, argMin((dims, level, %s), (-toInt64(level), place)) AS furthest\n"
                        .formatted(parts, moments)
                + "        FROM chains\n        GROUP BY entity\n    )\n)";
    }

    private String dropOffs(JourneyQuery.DropOffs query) {
        if (plain(query.funnel())) {
            return "WITH " + events(query.scope()) + "\nSELECT entity\nFROM (\n" + windowFunnel(query.funnel())
                    + "\n)\nWHERE level = %d\nORDER BY toString(entity)\nLIMIT %d"
                            .formatted(query.step(), query.most());
        }
        return best(query.funnel())
                + "\nSELECT entity\nFROM best\nWHERE level = %d\nORDER BY toString(entity)\nLIMIT %d"
                        .formatted(query.step(), query.most());
    }

    private static String bucket(Buckets.Unit unit, ZoneId zone, String time) {
        var local = "toDate(fromUnixTimestamp64Micro(%s, %s))".formatted(time, text(zone.getId()));
        return switch (unit) {
            case DAY -> local;
            case WEEK -> "toMonday(" + local + ")";
            case MONTH -> "toStartOfMonth(" + local + ")";
            case QUARTER -> "toStartOfQuarter(" + local + ")";
        };
    }

    private String retention(JourneyQuery.Retention query) {
        return "WITH " + events(query.scope())
                + ", firsts AS (\n    SELECT entity, min((t, toString(id))) AS first\n    FROM ev\n    WHERE "
                + condition(query.start()) + "\n    GROUP BY entity\n)\nSELECT "
                + bucket(query.unit(), query.zone(), "first.1") + " AS cohort,\n    "
                + bucket(query.unit(), query.zone(), "t") + " AS period,\n    uniqExact(entity) AS entities,\n"
                + "    uniqExactIf(entity, toString(id) != first.2 AND t >= first.1 AND " + condition(query.back())
                + ") AS returned\n"
                + "FROM ev\nINNER JOIN firsts USING (entity)\nWHERE t >= first.1\nGROUP BY cohort, period\nORDER BY cohort, period";
    }

    private String paths(JourneyQuery.PathsFrom query) {
        var value = "ifNull(toString(" + query.dimension().column() + "), '')";
        var slice = query.back()
                ? "arrayReverse(arraySlice(seen, greatest(1, at - %1$d), least(at, %2$d)))"
                        .formatted(query.length() - 1, query.length())
                : "arraySlice(seen, at, %d)".formatted(query.length());
        return "WITH " + events(query.scope()) + "\nSELECT arrayMap(row -> row.3, " + slice
                + ") AS path, count() AS entities\nFROM (\n    SELECT entity,\n"
                + "        arraySort(groupArray((t, toString(id), " + value + ", " + condition(query.first())
                + "))) AS seen,\n"
                + "        arrayFirstIndex(row -> row.4, seen) AS at\n    FROM ev\n    GROUP BY entity\n    HAVING at > 0\n)\n"
                + "GROUP BY path\nORDER BY entities DESC, path\nLIMIT " + query.most();
    }

    /** Paths with what became of them; the models are worked out of these, as they are from the columns. */
    private String touches(JourneyQuery.Attribution query) {
        var channel = query.channel().column();
        return "WITH " + events(query.scope()) + ", marked AS (\n    SELECT entity, t, id, amount, ifNull(toString("
                + channel + "), '') AS touched_by,\n        "
                + "touched_by != '' AND " + condition(query.touch()) + " AS touch, " + condition(query.conversion())
                + " AS conversion,\n        "
                + "countIf(" + condition(query.conversion())
                + ") OVER (PARTITION BY entity ORDER BY t, toString(id) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - conversion AS part\n    FROM ev\n), "
                + "paths AS (\n    SELECT entity, part, maxIf(t, conversion) AS ended, countIf(conversion) AS converted, sumIf(ifNull(amount, 0), conversion) AS value,\n"
                + "        arraySort(groupArrayIf((t, toString(id), touched_by), touch)) AS all_touches,\n"
                + "        if(converted > 0, arrayFilter(one -> ended - one.1 <= "
                + query.lookBack().toNanos() / 1_000
                + ", all_touches), all_touches) AS kept\n    FROM marked\n    GROUP BY entity, part\n)\n"
                + "SELECT arrayMap(one -> one.3, kept) AS path, sum(converted) AS conversions, sum(value) AS worth, countIf(converted = 0) AS lost\nFROM paths\n"
                + "WHERE notEmpty(kept)\nGROUP BY path\nORDER BY path";
    }

    private String series(JourneyQuery.Series query) {
        var dims = query.breakdown().stream()
                .map(dimension -> "ifNull(toString(" + dimension.column() + "), '') AS by_" + dimension.column())
                .toList();
        var names = query.breakdown().stream()
                .map(Dimension::column)
                .map(column -> ", by_" + column)
                .collect(Collectors.joining());
        return "WITH " + events(query.scope()) + "\nSELECT " + bucket(query.unit(), query.zone(), "t") + " AS period"
                + dims.stream().map(dim -> ", " + dim).collect(Collectors.joining())
                + ",\n    count() AS events, uniqExact(entity) AS entities, sum(ifNull(amount, 0)) AS amounts\nFROM ev\nWHERE "
                + condition(query.counted()) + "\nGROUP BY period" + names + "\nORDER BY period" + names;
    }
}
