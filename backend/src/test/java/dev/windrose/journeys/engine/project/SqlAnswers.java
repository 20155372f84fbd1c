package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.attribution.Paths;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers questions by plain SQL, in the transaction of the caller. */
record SqlAnswers(JdbcClient jdbc) {

    /** By group, how many entities got to exactly so many steps. */
    Map<List<String>, long[]> levels(JourneyQuery.Funnel query) {
        var found = new HashMap<List<String>, long[]>();
        jdbc.sql(PlainSql.best(query) + " select " + PlainSql.breakdown(query.breakdown())
                        + " as values, level, count(*) from best join ev using (entity, place) group by 1, 2")
                .query((row, _) -> found.computeIfAbsent(
                                        texts(row), _ -> new long[query.steps().size() + 1])[row.getInt(2)] =
                        row.getLong(3))
                .list();
        return found;
    }

    /** By group and step, percentiles of the time since the first step. */
    Map<List<String>, Map<Integer, Double[]>> times(JourneyQuery.Funnel query) {
        var found = new HashMap<List<String>, Map<Integer, Double[]>>();
        jdbc.sql(PlainSql.best(query)
                        + ", took as (select b.entity, b.place, c.level, min(c.t) - min(c.first) as took from best b join chains c"
                        + " on c.entity = b.entity and c.place = b.place and c.level between 2 and b.level group by 1, 2, 3) select "
                        + PlainSql.breakdown(query.breakdown())
                        + " as values, level, percentile_cont(array[0.1, 0.25, 0.5, 0.75, 0.9]) within group (order by took)"
                        + " from took join ev using (entity, place) group by 1, 2")
                .query((row, _) -> found.computeIfAbsent(texts(row), _ -> new HashMap<>())
                        .put(row.getInt(2), (Double[]) row.getArray(3).getArray()))
                .list();
        return found;
    }

    Set<UUID> dropOffs(JourneyQuery.DropOffs query) {
        return new HashSet<>(
                jdbc.sql(PlainSql.best(query.funnel()) + " select entity from best where level = " + query.step())
                        .query(UUID.class)
                        .list());
    }

    /** By cohort, its size under -1, and how many came back after so many periods. */
    Map<String, Map<Integer, Long>> retention(JourneyQuery.Retention query) {
        var found = new TreeMap<String, Map<Integer, Long>>();
        var cohort = bucket(query.unit().name(), query.zone().getId(), "f.t");
        var first = "with " + PlainSql.events(query.scope())
                + ", f as (select distinct on (entity) entity, t, place from ev where %s order by entity, place)"
                        .formatted(PlainSql.sql(query.start()));
        jdbc.sql(first + " select " + cohort + "::text, count(*) from f group by 1")
                .query((row, _) -> found.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                        .put(-1, row.getLong(2)))
                .list();
        var later = bucket(query.unit().name(), query.zone().getId(), "e.t");
        jdbc.sql(first + " select " + cohort + "::text, (select count(*) - 1 from generate_series(" + cohort + ", "
                        + later + ", interval '"
                        + step(query.unit().name())
                        + "'))::int as later, count(distinct e.entity) from f join ev e on e.entity = f.entity"
                        + " and e.place <> f.place and e.t >= f.t and "
                        + PlainSql.sql(query.back()).replace("coalesce(", "coalesce(e.") + " group by 1, 2")
                .query((row, _) -> found.get(row.getString(1)).put(row.getInt(2), row.getLong(3)))
                .list();
        return found;
    }

    private static String step(String unit) {
        return unit.equals("QUARTER") ? "3 months" : "1 " + unit.toLowerCase(java.util.Locale.ROOT);
    }

    private static String bucket(String unit, String zone, String time) {
        return "date_trunc('%s', (timestamptz 'epoch' + %s * interval '1 microsecond') at time zone '%s')::date"
                .formatted(unit, time, zone);
    }

    Map<List<String>, Long> paths(JourneyQuery.PathsFrom query) {
        var found = new HashMap<List<String>, Long>();
        var span =
                query.back() ? "e.place between f.place - %d and f.place" : "e.place between f.place and f.place + %d";
        jdbc.sql("with " + PlainSql.events(query.scope())
                        + ", f as (select entity, min(place) as place from ev where %s group by 1)"
                                .formatted(PlainSql.sql(query.first()))
                        + ", p as (select f.entity, array_agg(coalesce(e.%s::text, '') order by e.place %s) as path from f join ev e on e.entity = f.entity and %s group by 1)"
                                .formatted(
                                        query.dimension().column(),
                                        query.back() ? "desc" : "asc",
                                        span.formatted(query.length() - 1))
                        + " select path, count(*) from p group by 1")
                .query((row, _) -> found.put(texts(row), row.getLong(2)))
                .list();
        return found;
    }

    /** Each conversion with its touches, and what no conversion followed. */
    Paths touches(JourneyQuery.Attribution query) {
        var paths = new Paths();
        jdbc.sql(touched(query)
                        + " select array_agg(channel order by place) as path, 1, max(coalesce(conv_amount, 0)), 0 from found group by entity, conv"
                        + " union all select array_agg(channel order by place), 0, 0, 1 from lost group by entity")
                .query((row, _) -> paths.add(texts(row), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
        return paths;
    }

    Map<String, double[]> decayed(JourneyQuery.Attribution query) {
        var found = new HashMap<String, double[]>();
        double halfLife = query.halfLife().toNanos() / 1_000.0;
        jdbc.sql(touched(query)
                        + ", w as (select *, power(0.5::float8, (conv_t - t) / %s::float8) as weight from found)"
                                .formatted(halfLife)
                        + ", s as (select *, weight / sum(weight) over (partition by entity, conv) as share from w)"
                        + " select channel, sum(share), sum(share * coalesce(conv_amount, 0)) from s group by 1")
                .query((row, _) -> found.put(row.getString(1), new double[] {row.getDouble(2), row.getDouble(3)}))
                .list();
        return found;
    }

    private static String touched(JourneyQuery.Attribution query) {
        return "with " + PlainSql.events(query.scope())
                + ", c as (select entity, place as conv, t as conv_t, amount as conv_amount, lag(place) over (partition by entity order by place) as before from ev where %s)"
                        .formatted(PlainSql.sql(query.conversion()))
                + ", x as (select entity, place, t, channel from ev where channel is not null and %s)"
                        .formatted(PlainSql.sql(query.touch()))
                + ", found as (select c.*, x.place, x.t, x.channel from c join x on x.entity = c.entity and x.place > coalesce(c.before, 0) and x.place <= c.conv and c.conv_t - x.t <= %d)"
                        .formatted(query.lookBack().toNanos() / 1_000)
                + ", lost as (select x.* from x where x.place > coalesce((select max(conv) from c where c.entity = x.entity), 0))";
    }

    /** By group and first day: events, entities, amounts. */
    Map<List<String>, Map<String, List<Long>>> series(JourneyQuery.Series query) {
        var found = new HashMap<List<String>, Map<String, List<Long>>>();
        jdbc.sql("with " + PlainSql.events(query.scope()) + " select " + PlainSql.breakdown(query.breakdown())
                        + " as values, "
                        + bucket(query.unit().name(), query.zone().getId(), "t")
                        + "::text, count(*), count(distinct entity), coalesce(sum(amount), 0)::bigint from ev where "
                        + PlainSql.sql(query.counted()) + " group by 1, 2")
                .query((row, _) -> found.computeIfAbsent(texts(row), _ -> new TreeMap<>())
                        .put(row.getString(2), List.of(row.getLong(3), row.getLong(4), row.getLong(5))))
                .list();
        return found;
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        return Stream.of((Object[]) row.getArray(1).getArray())
                .map(String::valueOf)
                .toList();
    }
}
