package dev.windrose.llm.language;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days with their month: in numbers and in words. */
final class CalendarDates {

    private static final String YEAR = "(?:19|20)\\d{2}|'\\d{2}";
    private static final String MONTH = Months.NAME;
    private static final String NTH = "(?:st|nd|rd|th|er|[.º°])?";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "((?:19|20)\\d{2})-(\\d{1,2})-(\\d{1,2})(?:t[\\d:.]+(?:z|[+-]\\d{2}:?\\d{2})?)?",
                    CalendarDates::iso),
            DatePattern.of("(20\\d{2})[/.](\\d{1,2})[/.](\\d{1,2})", CalendarDates::iso),
            DatePattern.of(
                    "(?:week (?:of|commencing|beginning)|w/c) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (" + MONTH + ")",
                    CalendarDates::weekOf),
            DatePattern.of(
                    "(?<!v|version )(\\d{1,2})\\.(\\d{1,2})\\.(20\\d{2}|[23]\\d)?(?!\\d)", CalendarDates::dotted),
            DatePattern.of(
                    "(?<![\\d/.-])(\\d{1,2})([/-])(\\d{1,2})\\2((?:19|20)\\d{2}|\\d{2})", CalendarDates::slashed),
            DatePattern.of("(?<![\\d/.,-])(\\d{1,2})()/(\\d{1,2})()(?![/\\d%])", CalendarDates::slashed),
            DatePattern.of(
                    "(?:the |den |del? |am |le |el )?(\\d{1,2})" + NTH + "[ -]?(?:of |de |do )?(" + MONTH
                            + ")\\.?(?:,? (?:de |del )?(" + YEAR + "))?",
                    (m, text, days) ->
                            days.dayOfMonth(m, Months.month(m.group(2)), Integer.parseInt(m.group(1)), m.group(3))),
            DatePattern.of(
                    "(" + MONTH + ")\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,:]\\d|k|%)(?:,? (" + YEAR + "))?",
                    CalendarDates::monthFirst));

    private CalendarDates() {}

    private static @Nullable FoundDate monthFirst(MatchResult m, String text, DayMath days) {
        boolean verb = m.group(1).matches("may|march|mar|sat|sun")
                && Character.isLowerCase(text.charAt(m.start(1)))
                && m.group(1).matches("may");
        return verb ? null : days.dayOfMonth(m, Months.month(m.group(1)), Integer.parseInt(m.group(2)), m.group(3));
    }

    private static FoundDate iso(MatchResult m, String text, DayMath days) {
        return days.day(
                m,
                LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
    }

    private static @Nullable FoundDate dotted(MatchResult m, String text, DayMath days) {
        var number = Pattern.quote(m.group(1) + "." + m.group(2));
        if (m.group(3) == null
                && Pattern.compile("(?<!\\d)" + number + " ?(?:k|m|mio|mil|tsd|lakhs?|cr|%)(?!\\p{L})")
                        .matcher(text)
                        .find()) {
            return null;
        }
        return days.dayOfMonth(m, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1)), m.group(3));
    }

    /** A number above twelve is the day, whatever the writer's order. */
    private static @Nullable FoundDate slashed(MatchResult m, String text, DayMath days) {
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        var year = m.groupCount() >= 4 && m.group(4) != null && !m.group(4).isEmpty() ? m.group(4) : null;
        if (first == 24 && second == 7) {
            return null;
        }
        boolean monthFirst = second > 12 || first <= 12 && days.order() == DateOrder.MONTH_FIRST;
        return monthFirst ? days.dayOfMonth(m, first, second, year) : days.dayOfMonth(m, second, first, year);
    }

    private static FoundDate weekOf(MatchResult m, String text, DayMath days) {
        var start = days.dayOfMonth(m, Months.month(m.group(2)), Integer.parseInt(m.group(1)), null)
                .date();
        return days.period(m, start.with(java.time.DayOfWeek.FRIDAY));
    }
}
