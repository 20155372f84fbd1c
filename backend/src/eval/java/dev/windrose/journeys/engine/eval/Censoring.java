package dev.windrose.journeys.engine.eval;

import dev.windrose.journeys.engine.fold.Longs;
import java.util.ArrayList;
import java.util.List;

/** Finds entities that began so late that the file ends before they could get through. */
final class Censoring {

    private static final double DAY = 86_400e6;

    private Censoring() {}

    /** @param times of each entity, when it reached each step; the lowest number where that is not told, the highest where it did not */
    static FunnelReport flag(
            List<FunnelReport.Step> steps,
            List<long[]> times,
            double windowDays,
            Longs durations,
            List<String> negative,
            boolean byDay) {
        double recently = windowDays < Double.MAX_VALUE ? windowDays : Longs.percentile(durations.sorted(), 0.99) / DAY;
        long end = times.stream()
                .flatMapToLong(java.util.Arrays::stream)
                .filter(time -> time != Long.MAX_VALUE)
                .max()
                .orElse(0);
        long censored = times.stream()
                .filter(all -> all[0] != Long.MAX_VALUE && all[0] != Long.MIN_VALUE)
                .filter(all -> all[all.length - 1] == Long.MAX_VALUE && end - all[0] < recently * DAY)
                .count();
        var notes = new ArrayList<String>();
        if (!negative.isEmpty()) {
            notes.add("%d %s a step dated before the one before it, and no duration there: %s"
                    .formatted(negative.size(), negative.size() == 1 ? "entity has" : "entities have", some(negative)));
        }
        if (censored > 0) {
            notes.add("%d entities began in the last %.1f days of the file and may still get through (%s)."
                    .formatted(
                            censored,
                            recently,
                            windowDays < Double.MAX_VALUE ? "the window" : "99 of 100 took no longer"));
        }
        if (byDay) {
            notes.add("Some dates have no time of day, so all are compared by the day.");
        }
        return new FunnelReport(steps, negative, (int) censored, recently, notes);
    }

    static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(5, names.size()))) + (names.size() > 5 ? ", ..." : ".");
    }
}
