package dev.windrose.journeys.engine.eval;

import dev.windrose.journeys.engine.fold.Longs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files with one row an entity and one column a stage: a date there says that the stage was reached. Such a row tells each stage once, so a date
 * before that of an earlier stage is a mistake of the data and not a stage that was missed: it counts, is named, and gives no duration.
 */
final class StageDates {

    private static final Pattern CONDITION = Pattern.compile("(.+?)\\[(.+?)=(.*)]");
    private static final Pattern NOT_REACHED = Pattern.compile("(?i)0|0\\.0|false|no|n|-|null|none|nan|nat|n/a");
    private static final double DAY = 86_400e6;

    private final List<CsvTable> tables;
    private final EntityColumn entities;

    StageDates(List<CsvTable> tables, EntityColumn entities) {
        this.tables = tables;
        this.entities = entities;
    }

    private record Stage(CsvTable table, int column, int conditionColumn, String wanted) {}

    /** Whether each step is a column of one of the files. */
    boolean fits(List<String> steps) {
        return steps.stream().allMatch(step -> stage(step) != null);
    }

    private @Nullable Stage stage(String step) {
        var condition = CONDITION.matcher(step);
        boolean conditional = condition.matches();
        for (var table : tables) {
            var column = table.find(conditional ? condition.group(1) : step);
            if (column.isPresent()) {
                int other = conditional ? table.require(condition.group(2)) : -1;
                return new Stage(table, column.getAsInt(), other, conditional ? condition.group(3) : "");
            }
        }
        return null;
    }

    FunnelReport funnel(List<String> steps, double windowDays, boolean fromPrevious) {
        var reached = new LinkedHashMap<String, Moments.Moment[]>();
        var stages = steps.stream().map(this::stage).toList();
        // Which number of a date is the day, one column alone may not tell.
        var moments = Moments.of(stages.stream()
                .flatMap(stage -> stage.table().column(stage.column()).stream())
                .toList());
        boolean byDay = false;
        for (int i = 0; i < steps.size(); i++) {
            byDay |= read(stages.get(i), moments, i, steps.size(), reached);
        }
        return new Count(steps, windowDays, fromPrevious, byDay).of(reached);
    }

    /** Returns whether some dates have no time of day. */
    private boolean read(Stage stage, Moments moments, int step, int steps, Map<String, Moments.Moment[]> into) {
        int entity = entities.of(stage.table());
        boolean byDay = false;
        for (var row : stage.table().rows()) {
            var cell = stage.table().cell(row, stage.column());
            boolean counts = stage.conditionColumn() < 0
                    || stage.table().cell(row, stage.conditionColumn()).equalsIgnoreCase(stage.wanted());
            if (cell.isEmpty() || !counts || NOT_REACHED.matcher(cell).matches()) {
                continue;
            }
            var moment = moments.read(cell).orElse(new Moments.Moment(Long.MIN_VALUE, false));
            byDay |= moment.dayOnly();
            var all = into.computeIfAbsent(stage.table().cell(row, entity), _ -> new Moments.Moment[steps]);
            if (all[step] == null || moment.micros() < all[step].micros()) {
                all[step] = moment;
            }
        }
        return byDay;
    }

    private record Count(List<String> steps, double windowDays, boolean fromPrevious, boolean byDay) {

        FunnelReport of(Map<String, Moments.Moment[]> reached) {
            var counts = new long[steps.size()];
            var durations = new Longs[steps.size()];
            Arrays.setAll(durations, _ -> new Longs());
            var negative = new ArrayList<String>();
            reached.forEach((entity, moments) -> count(entity, times(moments), counts, durations, negative));
            var rows = new ArrayList<FunnelReport.Step>();
            for (int i = 0; i < steps.size(); i++) {
                rows.add(new FunnelReport.Step(
                        steps.get(i),
                        counts[i],
                        counts[0] == 0 ? 0 : (double) counts[i] / counts[0],
                        Longs.percentile(durations[i].sorted(), 0.5) / DAY));
            }
            return Censoring.flag(
                    rows,
                    reached.values().stream().map(this::times).toList(),
                    windowDays,
                    durations[steps.size() - 1],
                    negative,
                    byDay);
        }

        private long[] times(Moments.Moment[] moments) {
            return Arrays.stream(moments)
                    .mapToLong(moment -> moment == null
                            ? Long.MAX_VALUE
                            : byDay && moment.micros() != Long.MIN_VALUE
                                    ? Math.floorDiv(moment.micros(), (long) DAY) * (long) DAY
                                    : moment.micros())
                    .toArray();
        }

        private void count(String entity, long[] times, long[] counts, Longs[] durations, List<String> negative) {
            boolean wrong = false;
            for (int i = 0; i < times.length && times[i] != Long.MAX_VALUE; i++) {
                boolean timed = times[i] != Long.MIN_VALUE && times[0] != Long.MIN_VALUE;
                if (timed && times[i] - times[0] > windowDays * DAY) {
                    break;
                }
                counts[i]++;
                long before = i == 0 || !fromPrevious ? times[0] : times[i - 1];
                wrong |= i > 0 && timed && times[i] < times[i - 1];
                if (i > 0 && timed && before != Long.MIN_VALUE && times[i] >= before) {
                    durations[i].add(times[i] - before);
                }
            }
            if (wrong) {
                negative.add(entity);
            }
        }
    }
}
