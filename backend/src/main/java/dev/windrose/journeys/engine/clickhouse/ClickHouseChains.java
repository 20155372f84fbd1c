package dev.windrose.journeys.engine.clickhouse;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row for each beginning: the entity, its place, its dimensions, the level that is reached from it, and when each step was. */
record ClickHouseChains(List<Condition> steps, List<Dimension> breakdown, long window) {

    private String dims() {
        return breakdown.stream()
                .map(dimension -> "ifNull(toString(" + dimension.column() + "), '')")
                .collect(Collectors.joining(", ", "[", "]::Array(String)"));
    }

    private String step(int number) {
        return ClickHouseSql.condition(steps.get(number - 1));
    }

    private String each(String pattern, String between) {
        return IntStream.rangeClosed(1, steps.size())
                .mapToObj(i -> pattern.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(between));
    }

    /** From a fixed beginning the first moment of each step is the best one. */
    String ordered() {
        var times = IntStream.rangeClosed(2, steps.size())
                .mapToObj(i -> ", groupArrayIf(t, %s) AS times%d".formatted(step(i), i))
                .collect(Collectors.joining());
        var moments = IntStream.rangeClosed(2, steps.size())
                .mapToObj(i ->
                        ", arrayFilter(x -> x >= m%1$d AND x - m1 <= %3$d, times%2$d) AS f%2$d,\n        (level%1$d > 0 AND notEmpty(f%2$d)) AS level%2$d, arrayMin(f%2$d) AS m%2$d"
                                .formatted(i - 1, i, window))
                .collect(Collectors.joining());
        return "entities AS (\n    SELECT entity, groupArrayIf((t, place, %s), %s) AS starts%s\n    FROM numbered\n    GROUP BY entity\n), "
                        .formatted(dims(), step(1), times)
                + "chains AS (\n    SELECT entity, start.2 AS place, start.3 AS dims, 1 AS level1, start.1 AS m1%s,\n        %s AS level\n"
                        .formatted(moments, each("level#", " + "))
                + "    FROM entities\n    ARRAY JOIN starts AS start\n)";
    }

    String strict() {
        var over = "OVER (PARTITION BY entity ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)";
        var next = IntStream.rangeClosed(2, steps.size())
                .mapToObj(i ->
                        ", leadInFrame(toUInt8(%1$s), %2$d, toUInt8(0)) %3$s AS is%4$d, leadInFrame(t, %2$d, toInt64(0)) %3$s AS m%4$d"
                                .formatted(step(i), i - 1, over, i))
                .collect(Collectors.joining());
        var level = IntStream.rangeClosed(2, steps.size())
                .mapToObj(i ->
                        ", (level%1$d > 0 AND is%2$d AND m%2$d - m1 <= %3$d) AS level%2$d".formatted(i - 1, i, window))
                .collect(Collectors.joining());
        return "following AS (\n    SELECT entity, place, %s AS dims, toUInt8(%s) AS level1, t AS m1%s\n    FROM numbered\n), "
                        .formatted(dims(), step(1), next)
                + "chains AS (\n    SELECT *%s, %s AS level\n    FROM following\n    WHERE level1 > 0\n)"
                        .formatted(level, each("level#", " + "));
    }

    String unordered() {
        var places = IntStream.rangeClosed(1, steps.size())
                .mapToObj(i -> ", groupArrayIf((t, place), %s) AS rows%d".formatted(step(i), i))
                .collect(Collectors.joining());
        var any = IntStream.rangeClosed(1, steps.size()).mapToObj(this::step).collect(Collectors.joining(" OR "));
        var firsts = each(
                "arrayMin(x -> x.1, arrayFilter(x -> x.2 >= start.2 AND x.1 - start.1 <= " + window + ", rows#))",
                ", ");
        var found = each("arrayExists(x -> x.2 >= start.2 AND x.1 - start.1 <= " + window + ", rows#)", ", ");
        var moments = IntStream.rangeClosed(1, steps.size())
                .mapToObj(i -> "if(level >= %1$d, reached[%1$d], toInt64(0)) AS m%1$d".formatted(i))
                .collect(Collectors.joining(", "));
        return "entities AS (\n    SELECT entity, groupArrayIf((t, place, %s), %s) AS starts%s\n    FROM numbered\n    GROUP BY entity\n), "
                        .formatted(dims(), any, places)
                + "chains AS (\n    SELECT entity, start.2 AS place, start.3 AS dims,\n        arraySort(arrayFilter((x, y) -> y, [%s], [%s])) AS reached,\n        length(reached) AS level, %s\n"
                        .formatted(firsts, found, moments)
                + "    FROM entities\n    ARRAY JOIN starts AS start\n)";
    }
}
