package dev.windrose.journeys.engine.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The questions as SQL that PostgreSQL and DuckDB both take. */
final class PlainQuestions {

    static final long WINDOW = 30L * 86_400_000_000L;
    private static final String DAY = "86400000000";

    private PlainQuestions() {}

    /** Of each visitor the level, by maxima over what came before, one window function a step. */
    private static String levels(List<Integer> kinds, String more) {
        var sql = new StringBuilder(
                "with e1 as (select *, case when kind = %d then ts end as f1 from ev where kind in (%s))"
                        .formatted(
                                kinds.getFirst(),
                                kinds.stream().map(String::valueOf).collect(Collectors.joining(","))));
        for (int i = 2; i <= kinds.size(); i++) {
            sql.append(
                            ", b%1$d as (select *, max(f%1$d) over (partition by entity order by ts range between unbounded preceding and current row) as m%1$d from e%1$d)"
                                    .formatted(i - 1))
                    .append(
                            ", e%1$d as (select *, case when kind = %2$d and ts - m%3$d <= %4$d then m%3$d end as f%1$d from b%3$d)"
                                    .formatted(i, kinds.get(i - 1), i - 1, WINDOW));
        }
        var level = IntStream.iterate(kinds.size(), i -> i > 0, i -> i - 1)
                .mapToObj(i -> "when max(f%1$d) is not null then %1$d".formatted(i))
                .collect(Collectors.joining(" ", "case ", " else 0 end"));
        return sql.append(", l as (select entity, ")
                .append(level)
                .append(" as level")
                .append(more)
                .append(" from e")
                .append(kinds.size())
                .append(" group by entity) ")
                .toString();
    }

    static String funnel(List<Integer> kinds) {
        return levels(kinds, "") + "select level, count(*) from l where level > 0 group by 1 order by 1";
    }

    /** By the values at the first event of the first step, which is less than what the engine works out. */
    static String funnelBy(List<Integer> kinds, List<String> dimensions) {
        var first = dimensions.stream()
                .map(name -> ", min(case when kind = %d then ts * 64 + %s end) %% 64 as g_%s"
                        .formatted(kinds.getFirst(), name, name))
                .collect(Collectors.joining());
        var groups = dimensions.stream().map(name -> "g_" + name).collect(Collectors.joining(", "));
        return levels(kinds, first) + "select " + groups + ", level, count(*) from l where level > 0 group by " + groups
                + ", level";
    }

    static String retention() {
        var month = "cast((%s - " + GenerateEvents.START + ") / " + DAY + " as integer) / 30";
        return "with f as (select entity, min(ts) as t from ev where kind in (1, 7) group by 1), x as (select distinct f.entity, "
                + month.formatted("f.t") + " as c, " + month.formatted("e.ts")
                + " as m from f join ev e on e.entity = f.entity and e.ts >= f.t) select c, m - c, count(*) from x group by 1, 2";
    }

    static String transitions() {
        return "with x as (select channel, case when kind > 12 then 1 else 0 end as touch, lag(channel) over (partition by entity order by ts) as"
                + " before, lag(kind) over (partition by entity order by ts) as kind_before, kind from ev where kind > 12 or kind in (6, 12))"
                + " select case when kind_before is null or kind_before <= 12 then 0 else before end, case when touch = 1 then channel else -1 end,"
                + " count(*) from x group by 1, 2";
    }

    static String series() {
        return "select cast((ts - " + GenerateEvents.START + ") / " + DAY
                + " as integer), count(*), count(distinct entity), sum(amount) from ev"
                + " where kind in (6, 12) and country in (1, 2, 3, 4, 5) and segment = 2 group by 1";
    }
}
