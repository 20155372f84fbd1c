package dev.windrose.llm.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Days told by their place: "the first Tuesday of October", "Friday of next week", "in three weeks", "the 15th day of next month". */
final class PlacedDates {

    private static final String DAY = Months.DAY;
    private static final String MONTH = Months.NAME;
    private static final String COUNT = "\\d{1,3}|" + CountWords.NAME;
    private static final String ORD = "\\d{1,2}(?:st|nd|rd|th)|" + CountWords.ORDINAL;
    private static final String WHICH =
            "this|current|the current|next|coming|the following|following|upcoming|last|previous|past|the previous|the";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String UNIT =
            "days?|weeks?|wks?|months?|years?|yrs?|fortnights?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|dias?|semanas?|mes(?:es)?|anos?";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "(?:the )?(" + ORD + ") (" + DAY + ") (?:of|in) (?:(?:the )?(" + MONTH + ")(?:,? (" + YEAR + "))?|("
                            + WHICH + ") month)",
                    PlacedDates::nthWeekday),
            DatePattern.of(
                    "(" + DAY
                            + ")(?:,? (?:of|in) | )(next|this|last|previous|the following|the same|coming) (?:week|wk)",
                    (m, t, d) -> inWeek(m, d, m.group(2), m.group(1))),
            DatePattern.of(
                    "(next|this|last|previous|following|coming|past) (?:week|wk)(?:'s| -|,)?(?: on)? (" + DAY + ")",
                    (m, t, d) -> inWeek(m, d, m.group(1), m.group(2))),
            DatePattern.of("(" + DAY + ") from last week", (m, t, d) -> inWeek(m, d, "last", m.group(1))),
            DatePattern.of("(" + DAY + ") after next", PlacedDates::afterNext),
            DatePattern.of("(?:previous|past) (" + DAY + ")", (m, t, d) -> d.day(m, d.last(weekday(m.group(1))))),
            DatePattern.of("(" + COUNT + ") (" + DAY + ")s (from now|ago|back|from today)", PlacedDates::weekdaysAway),
            DatePattern.of(
                    "(" + DAY + "),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:" + MONTH + "))",
                    PlacedDates::weekdayNumber),
            DatePattern.of(
                    "(" + DAY
                            + "),? (?:the |den |dem |le |el |dia |de |il )?(\\d{1,2})(?:[.º°](?!\\d))?(?! ?(?:(?:of |de |do |di )?(?:"
                            + MONTH + ")|[:/.,]\\d|uhr|h\\b|am\\b|pm\\b|k\\b|%|[€$£]))",
                    PlacedDates::weekdayNumber),
            DatePattern.of(
                    "(?:the )?(" + ORD + ")(?: day)? of (" + WHICH + "|next) month",
                    (m, t, d) -> d.day(m, month(d, m.group(2)).atDay(CountWords.ordinal(m.group(1))))),
            DatePattern.of(
                    "(?:the )?last day (?:of|in) (" + MONTH + ")(?:,? (" + YEAR + "))?",
                    (m, t, d) -> d.endOfMonth(m, Months.month(m.group(1)), m.group(2))),
            DatePattern.of(
                    "(?:on|by|until|before|for) (?:the )?(" + ORD + ")(?= *(?:$|[.,;!?)]|at |and ))",
                    PlacedDates::dayNumber),
            DatePattern.of("in (" + COUNT + ") (" + UNIT + ")(?:'? time)?", (m, t, d) -> ahead(m, d)),
            DatePattern.of(
                    "(" + COUNT + ") (" + UNIT + ") (?:hence|later|from (?:now|today)|in the future|out)",
                    (m, t, d) -> ahead(m, d)),
            DatePattern.of(
                    "within (?:the )?(?:next |coming |upcoming )?(" + COUNT + ") (" + UNIT
                            + ")(?: from (?:now|today))?",
                    (m, t, d) -> ahead(m, d)),
            DatePattern.of(
                    "(" + COUNT + ") (" + UNIT + ") ago|il y a (" + COUNT + ") (" + UNIT + ")|vor (" + COUNT + ") ("
                            + UNIT + ")|hace (" + COUNT + ") (" + UNIT + ")|ha (" + COUNT + ") (" + UNIT + ")",
                    PlacedDates::ago));

    private PlacedDates() {}

    static LocalDate moved(LocalDate from, String unit, int count) {
        if (unit.startsWith("fort")) {
            return from.plusWeeks(2L * count);
        }
        if (unit.startsWith("jah")) {
            return from.plusYears(count);
        }
        return switch (unit.charAt(0)) {
            case 'd', 't', 'j' -> from.plusDays(count);
            case 'w', 's' -> from.plusWeeks(count);
            case 'm' -> from.plusMonths(count);
            case 'q' -> from.plusMonths(3L * count);
            default -> from.plusYears(count);
        };
    }

    private static int weekday(String name) {
        var day = Months.weekday(name);
        return day == null ? 1 : day;
    }

    private static YearMonth month(DayMath days, String which) {
        var now = YearMonth.from(days.today());
        return which.contains("next") || which.contains("following") || which.contains("coming")
                ? now.plusMonths(1)
                : which.contains("last") || which.contains("previous") || which.contains("past")
                        ? now.minusMonths(1)
                        : now;
    }

    private static @Nullable FoundDate nthWeekday(MatchResult m, String text, DayMath days) {
        int nth = CountWords.ordinal(m.group(1));
        YearMonth month;
        if (m.group(3) != null) {
            int year = m.group(4) != null
                    ? Integer.parseInt(m.group(4))
                    : days.today().getYear();
            month = YearMonth.of(year, Months.month(m.group(3)));
            if (m.group(4) == null && month.isBefore(YearMonth.from(days.today()))) {
                month = month.plusYears(1);
            }
        } else {
            month = month(days, m.group(5));
        }
        var day = DayOfWeek.of(weekday(m.group(2)));
        return nth == 0 || nth > 5
                ? null
                : days.day(
                        m,
                        month.atDay(1)
                                .with(
                                        nth < 0
                                                ? TemporalAdjusters.lastInMonth(day)
                                                : TemporalAdjusters.dayOfWeekInMonth(nth, day)));
    }

    private static FoundDate inWeek(MatchResult m, DayMath days, String which, String day) {
        int weeks = which.contains("next") || which.contains("following") || which.equals("coming")
                ? 1
                : which.equals("this") || which.contains("same") ? 0 : -1;
        return days.day(m, days.inWeek(weeks, weekday(day)));
    }

    private static FoundDate afterNext(MatchResult m, String text, DayMath days) {
        return days.day(m, days.next(weekday(m.group(1))).plusWeeks(1));
    }

    private static FoundDate weekdaysAway(MatchResult m, String text, DayMath days) {
        int count = CountWords.of(m.group(1));
        int day = weekday(m.group(2));
        return m.group(3).startsWith("from")
                ? days.day(m, days.next(day).plusWeeks(count - 1L))
                : days.day(m, days.last(day).minusWeeks(count - 1L));
    }

    private static @Nullable FoundDate weekdayNumber(MatchResult m, String text, DayMath days) {
        int number = Integer.parseInt(m.group(2));
        for (int ahead = -1; ahead < 8; ahead++) {
            var month = YearMonth.from(days.today()).plusMonths(ahead);
            if (number <= month.lengthOfMonth()) {
                var date = month.atDay(number);
                boolean soon = ahead >= 0 && !date.isBefore(days.today())
                        || date.isAfter(days.today().minusDays(8));
                if (soon && date.getDayOfWeek().getValue() == weekday(m.group(1))) {
                    return days.day(m, date);
                }
            }
        }
        return null;
    }

    private static @Nullable FoundDate dayNumber(MatchResult m, String text, DayMath days) {
        int day = CountWords.ordinal(m.group(1));
        if (day < 1 || day > 31) {
            return null;
        }
        var coming = YearMonth.from(days.today()).plusMonths(days.today().getDayOfMonth() <= day ? 0 : 1);
        var past = YearMonth.from(days.today()).minusMonths(days.today().getDayOfMonth() >= day ? 0 : 1);
        return days.either(
                m,
                coming.atDay(Math.min(day, coming.lengthOfMonth())),
                past.atDay(Math.min(day, past.lengthOfMonth())));
    }

    private static FoundDate ahead(MatchResult m, DayMath days) {
        return days.day(m, moved(days.today(), m.group(2), CountWords.of(m.group(1))));
    }

    private static FoundDate ago(MatchResult m, String text, DayMath days) {
        for (int group = 1; group < m.groupCount(); group += 2) {
            if (m.group(group) != null) {
                return days.day(m, moved(days.today(), m.group(group + 1), -CountWords.of(m.group(group))));
            }
        }
        return days.day(m, days.today());
    }
}
