package dev.windrose.journeys.engine.fold;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Days, weeks from Monday, months or quarters of a time zone, numbered from the one that holds the beginning. */
public final class Buckets {

    private static final long SLOT = 900_000_000L;

    private final List<LocalDate> days = new ArrayList<>();
    private final long origin;
    private final int[] slots;

    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER;

        public LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            };
        }

        public LocalDate next(LocalDate first) {
            return switch (this) {
                case DAY -> first.plusDays(1);
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case QUARTER -> first.plusMonths(3);
            };
        }
    }

    /** Days begin on quarters of an hour in every zone of today, so one look-up in a table tells the bucket of a time. */
    public Buckets(Unit unit, ZoneId zone, Instant from, Instant to) {
        var day = unit.first(from.atZone(zone).toLocalDate());
        var bounds = new ArrayList<Long>();
        while (day.atStartOfDay(zone).toInstant().isBefore(to)) {
            days.add(day);
            bounds.add(micros(day.atStartOfDay(zone).toInstant()));
            day = unit.next(day);
        }
        bounds.add(micros(day.atStartOfDay(zone).toInstant()));
        this.origin = bounds.getFirst();
        this.slots = new int[Math.toIntExact((bounds.getLast() - origin) / SLOT)];
        for (int bucket = 0; bucket < days.size(); bucket++) {
            for (long at = bounds.get(bucket); at < bounds.get(bucket + 1); at += SLOT) {
                slots[(int) ((at - origin) / SLOT)] = bucket;
            }
        }
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public int of(long time) {
        return slots[(int) ((time - origin) / SLOT)];
    }

    public int count() {
        return days.size();
    }

    /** The first day of each. */
    public List<LocalDate> days() {
        return List.copyOf(days);
    }
}
