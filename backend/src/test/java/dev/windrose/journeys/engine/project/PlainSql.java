package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Grain;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.FunnelShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same questions as plain SQL over {@code journey_events}, written for clearness and not for speed. */
final class PlainSql {

    private PlainSql() {}

    static String events(JourneyQuery.Scope scope) {
        var entity =
                switch (scope.grain()) {
                    case PERSON -> "coalesce(contact_id, visitor_id)";
                    case COMPANY -> "company_id";
                    case DEAL -> "deal_id";
                };
        return "ev as materialized (select *, %1$s as entity, (extract(epoch from occurred_at) * 1000000)::bigint as t, product_id::text as product,"
                        .formatted(entity)
                + " row_number() over (partition by %s order by occurred_at, id) as place".formatted(entity)
                + " from journey_events where not taken_back and %s is not null and occurred_at >= '%s' and occurred_at < '%s' and %s)"
                        .formatted(entity, scope.from(), scope.to(), sql(scope.where()));
    }

    static String sql(Condition condition) {
        if (condition.tests().isEmpty()) {
            return "true";
        }
        return condition.tests().stream()
                .map(test -> "coalesce(%s::text, '') %s (%s)"
                        .formatted(
                                test.dimension().column(),
                                test.not() ? "not in" : "in",
                                test.values().stream()
                                        .map(value -> "'" + value + "'")
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" and "));
    }

    /** Every chain: its entity, how many steps, the first event, when the first and the last step were. */
    static String chains(JourneyQuery.Funnel query) {
        return switch (query.order()) {
            case ORDERED -> ordered(query);
            case STRICT -> strict(query);
            case UNORDERED -> unordered(query);
        };
    }

    private static long window(JourneyQuery.Funnel query) {
        return query.window() == null ? FunnelShape.ENDLESS : query.window().toNanos() / 1_000;
    }

    private static String ordered(JourneyQuery.Funnel query) {
        int n = query.steps().size();
        var step = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            step.add("(select entity, t, place, %d as step from ev where %s)"
                    .formatted(i + 1, sql(query.steps().get(i))));
        }
        var exclusions = query.exclusions().stream()
                .map(exclusion ->
                        " and not exists (select from ev x where x.entity = c.entity and x.t > c.t and x.t < s.t and c.level = %d and %s)"
                                .formatted(
                                        exclusion.after(),
                                        sql(exclusion.condition()).replace("coalesce(", "coalesce(x.")))
                .collect(Collectors.joining());
        return "st as materialized (%s), ".formatted(String.join(" union all ", step))
                + "chains as (select entity, 1 as level, place, t as first, t from st where step = 1 union"
                + " select c.entity, c.level + 1, c.place, c.first, s.t from chains c join st s on s.entity = c.entity and s.step = c.level + 1"
                + " and s.t >= c.t and s.t - c.first <= %d%s)".formatted(window(query), exclusions);
    }

    private static String strict(JourneyQuery.Funnel query) {
        var parts = new ArrayList<String>();
        for (int level = 1; level <= query.steps().size(); level++) {
            int last = level;
            var joins = IntStream.rangeClosed(2, level)
                    .mapToObj(i ->
                            " join ev e%1$d on e%1$d.entity = e1.entity and e%1$d.place = e1.place + %2$d and e%1$d.t - e1.t <= %3$d and %4$s"
                                    .formatted(
                                            i,
                                            i - 1,
                                            window(query),
                                            sql(query.steps().get(i - 1)).replace("coalesce(", "coalesce(e" + i + ".")))
                    .collect(Collectors.joining());
            parts.add("select e1.entity, %d as level, e1.place, e1.t as first, e%d.t from ev e1%s where %s"
                    .formatted(level, last, joins, sql(query.steps().getFirst()).replace("coalesce(", "coalesce(e1.")));
        }
        return "chains as (" + String.join(" union all ", parts) + ")";
    }

    private static String unordered(JourneyQuery.Funnel query) {
        var step = new ArrayList<String>();
        for (int i = 0; i < query.steps().size(); i++) {
            step.add("select entity, t, place, %d as step from ev where %s"
                    .formatted(i + 1, sql(query.steps().get(i))));
        }
        return "st as materialized (%s), ".formatted(String.join(" union all ", step))
                + "firsts as (select b.entity, b.place, b.t as first, s.step, min(s.t) as t from (select distinct entity, place, t from st) b"
                + " join st s on s.entity = b.entity and s.place >= b.place and s.t - b.t <= %d group by 1, 2, 3, 4), "
                        .formatted(window(query))
                + "chains as (select entity, row_number() over (partition by entity, place order by t) as level, place, first, t from firsts)";
    }

    /** Of each entity the level, and the earliest beginning that gets there. */
    static String best(JourneyQuery.Funnel query) {
        return "with recursive " + events(query.scope()) + ", " + chains(query)
                + ", levels as (select entity, max(level) as level from chains group by 1)"
                + ", best as (select l.entity, l.level, min(c.place) as place from levels l join chains c using (entity, level) group by 1, 2)";
    }

    static String breakdown(List<dev.windrose.journeys.engine.Dimension> dimensions) {
        return dimensions.stream()
                .map(dimension -> "coalesce(" + dimension.column() + "::text, '')")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    static Grain grain(int number) {
        return Grain.values()[number % Grain.values().length];
    }
}
