package dev.windrose.journeys.engine.eval;

import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.EventView;
import dev.windrose.journeys.engine.column.HeapColumns;
import dev.windrose.journeys.engine.column.RowScope;
import dev.windrose.journeys.engine.column.Scan;
import dev.windrose.journeys.engine.fold.FunnelFold;
import dev.windrose.journeys.engine.fold.FunnelShape;
import dev.windrose.journeys.engine.fold.Groups;
import dev.windrose.journeys.engine.fold.Longs;
import dev.windrose.journeys.engine.fold.RowMasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files with one row an event: whose it is, what happened, and when. */
final class EventRows {

    private static final double DAY = 86_400e6;
    private static final List<String> TIMES = List.of(
            "timestamp",
            "time_timestamp",
            "event_time",
            "occurred_at",
            "time",
            "datetime",
            "start_time",
            "created_at",
            "date",
            "event_date",
            "at");

    private final CsvTable table;
    private final Options options;
    private final EntityColumn entities;

    EventRows(CsvTable table, Options options, EntityColumn entities) {
        this.table = table;
        this.options = options;
        this.entities = entities;
    }

    FunnelReport funnel(List<String> steps, double windowDays, boolean fromPrevious) {
        int type = typeColumn(steps);
        int time = timeColumn(type);
        int entity = entities.of(table, Set.of(type, time));
        var notes = new ArrayList<String>();
        var events = read(steps, new int[] {entity, type, time}, notes);
        long window = windowDays < Double.MAX_VALUE ? Math.round(windowDays * DAY) : FunnelShape.ENDLESS;
        var fold = new FunnelFold(
                FunnelShape.ordered(steps.size(), window),
                masks(steps, notes),
                new Groups(new int[0], new int[0]),
                new FunnelFold.Wish(true, -1));
        new Scan(EventView.of(events.columns(), 1), RowScope.ALL, new int[] {0}, false).run(1, () -> fold);
        var report = Censoring.flag(
                rows(steps, fold.group(0), fromPrevious),
                events.times(),
                windowDays,
                fold.group(0).fromStart()[steps.size() - 1],
                List.of(),
                events.byDay());
        notes.addAll(report.notes());
        return new FunnelReport(report.steps(), List.of(), report.censored(), report.recently(), notes);
    }

    private final Dictionary types = new Dictionary();

    /** @param times of each entity, when each step first happened */
    private record Events(HeapColumns columns, List<long[]> times, boolean byDay) {}

    private Events read(List<String> steps, int[] columns, List<String> notes) {
        var moments = Moments.of(table.column(columns[2]));
        var numbers = new HashMap<String, Integer>();
        var read = new ArrayList<long[]>();
        boolean byDay = false;
        int left = 0;
        for (var row : table.rows()) {
            var moment = moments.read(table.cell(row, columns[2]));
            if (moment.isEmpty() || table.cell(row, columns[0]).isEmpty()) {
                left++;
                continue;
            }
            byDay |= moment.get().dayOnly();
            int entity = numbers.computeIfAbsent(table.cell(row, columns[0]), _ -> numbers.size());
            read.add(new long[] {entity, moment.get().micros(), types.code(table.cell(row, columns[1]))});
        }
        if (read.isEmpty()) {
            throw new Unusable("No row of %s has a time in the column %s that can be read."
                    .formatted(table.name(), table.header().get(columns[2])));
        }
        if (left > 0) {
            notes.add(left + " rows have no entity or no time that can be read and are left out.");
        }
        return sorted(steps, read, numbers.size(), byDay);
    }

    private Events sorted(List<String> steps, List<long[]> read, int entities, boolean byDay) {
        var builder = new HeapColumns.Builder(1);
        var times = new ArrayList<long[]>();
        for (int i = 0; i < entities; i++) {
            var none = new long[steps.size()];
            Arrays.fill(none, Long.MAX_VALUE);
            times.add(none);
        }
        for (var event : read) {
            long time = byDay ? Math.floorDiv(event[1], (long) DAY) * (long) DAY : event[1];
            builder.add((int) event[0], time, new int[] {(int) event[2]}, 0);
            for (int step = 0; step < steps.size(); step++) {
                if (types.value((int) event[2]).equalsIgnoreCase(steps.get(step))) {
                    var own = times.get((int) event[0]);
                    own[step] = Math.min(own[step], time);
                }
            }
        }
        return new Events(builder.build(), times, byDay);
    }

    private RowMasks masks(List<String> steps, List<String> notes) {
        var bits = new long[types.size()];
        for (int step = 0; step < steps.size(); step++) {
            boolean exact = types.find(steps.get(step)) > 0;
            boolean found = exact;
            for (int code = 1; code < bits.length; code++) {
                var value = types.value(code);
                if (exact ? value.equals(steps.get(step)) : value.equalsIgnoreCase(steps.get(step))) {
                    bits[code] |= 1L << step;
                    found = true;
                }
            }
            if (!found) {
                notes.add("No event is called " + steps.get(step) + ".");
            }
        }
        return new RowMasks(List.of(new RowMasks.Table(0, bits)), steps.size());
    }

    private static List<FunnelReport.Step> rows(List<String> steps, FunnelFold.Counts counts, boolean fromPrevious) {
        var rows = new ArrayList<FunnelReport.Step>();
        var reached = counts.reached();
        for (int i = 0; i < steps.size(); i++) {
            var durations = (fromPrevious ? counts.fromPrevious() : counts.fromStart())[i].sorted();
            rows.add(new FunnelReport.Step(
                    steps.get(i),
                    reached[i],
                    reached[0] == 0 ? 0 : (double) reached[i] / reached[0],
                    Longs.percentile(durations, 0.5) / DAY));
        }
        return rows;
    }

    /** The column that holds most of the steps among its values. */
    private int typeColumn(List<String> steps) {
        if (options.get("type").isPresent()) {
            return table.require(options.get("type").get());
        }
        var wanted = new HashSet<String>();
        steps.forEach(step -> wanted.add(step.toLowerCase(Locale.ROOT)));
        int best = -1;
        long most = 0;
        for (int i = 0; i < table.header().size(); i++) {
            int column = i;
            long found = table.rows().stream()
                    .map(row -> table.cell(row, column).toLowerCase(Locale.ROOT))
                    .filter(wanted::contains)
                    .distinct()
                    .count();
            if (found > most) {
                most = found;
                best = i;
            }
        }
        if (best < 0) {
            throw new Unusable("No column of %s holds any of the steps %s, and none is called so. It has %s."
                    .formatted(table.name(), steps, table.header()));
        }
        return best;
    }

    private int timeColumn(int type) {
        if (options.get("time").isPresent()) {
            return table.require(options.get("time").get());
        }
        var guessed = table.guess(TIMES, EventRows::times);
        if (guessed.isPresent()) {
            return guessed.getAsInt();
        }
        for (int i = 0; i < table.header().size(); i++) {
            if (i != type && times(table.sample(i))) {
                return i;
            }
        }
        throw new Unusable("Which column of %s is the time? Name it by --time. It has %s."
                .formatted(table.name(), table.header()));
    }

    private static boolean times(List<String> cells) {
        var moments = Moments.of(cells);
        long read =
                cells.stream().filter(cell -> moments.read(cell).isPresent()).count();
        return !cells.isEmpty() && read >= cells.size() * 0.95;
    }
}
