package dev.windrose.records.query;

import dev.windrose.platform.people.Workspace;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and periods where the workspace is: its time zone, its first day of the week, its financial year. */
final class Calendar {

    private static final Pattern WORD = Pattern.compile("(this|last|next)_(week|month|quarter|year)");

    private final Instant now;
    private final Supplier<Workspace> workspace;
    private @Nullable Workspace known;

    /** @param workspace asked only if a filter needs it */
    Calendar(Instant now, Supplier<Workspace> workspace) {
        this.now = now;
        this.workspace = workspace;
    }

    ZoneId zone() {
        return ZoneId.of(workspace().timeZone());
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone());
    }

    /** The point in time that lies a span before (-1) or after (1) now. */
    Instant away(Span span, int direction) {
        return span.from(ZonedDateTime.ofInstant(now, zone()), direction).toInstant();
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    /** Months by which the financial year begins later than the calendar year. */
    int fiscalShift() {
        return workspace().fiscalYearStartMonth() - 1;
    }

    boolean weekStartsOnSunday() {
        return "sunday".equalsIgnoreCase(workspace().weekStart());
    }

    /** The period that a word such as {@code this_quarter} names today. */
    Optional<Period> period(String word) {
        switch (word) {
            case "today" -> {
                return day(0);
            }
            case "yesterday" -> {
                return day(-1);
            }
            case "tomorrow" -> {
                return day(1);
            }
            default -> {
                var match = WORD.matcher(word);
                if (!match.matches()) {
                    return Optional.empty();
                }
                int step =
                        switch (match.group(1)) {
                            case "last" -> -1;
                            case "next" -> 1;
                            default -> 0;
                        };
                return Optional.of(around(match.group(2), step));
            }
        }
    }

    private Optional<Period> day(int offset) {
        return Optional.of(new Period(today().plusDays(offset), today().plusDays(offset + 1L)));
    }

    private Period around(String unit, int step) {
        var today = today();
        if (unit.equals("week")) {
            var first = today.with(TemporalAdjusters.previousOrSame(
                            weekStartsOnSunday() ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY))
                    .plusWeeks(step);
            return new Period(first, first.plusWeeks(1));
        }
        int months =
                switch (unit) {
                    case "quarter" -> 3;
                    case "year" -> 12;
                    default -> 1;
                };
        int behind = Math.floorMod(today.getMonthValue() - 1 - fiscalShift(), months);
        var first = today.withDayOfMonth(1).minusMonths(behind).plusMonths((long) months * step);
        return new Period(first, first.plusMonths(months));
    }

    private Workspace workspace() {
        var found = known;
        if (found == null) {
            found = workspace.get();
            known = found;
        }
        return found;
    }
}
