package dev.windrose.llm.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Weeks, months, quarters and years beside today, so many units ahead or back, and from one to another. */
final class StretchDates {

    private static final String MONTH = Months.NAME;
    private static final String COUNT = "\\d{1,3}|" + CountWords.NAME;
    private static final String UNIT = "days?|weeks?|months?|years?|yrs?|quarters?";
    private static final String NEXT = "next|coming|upcoming|following";
    private static final String LAST = "last|past|previous";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String NTH = "1st|2nd|3rd|4th|first|second|third|fourth";
    private static final String TO =
            " ?(?:-|~| to | till | til | until | untill | thru | through | and | bis | au | a | al ) ?(?:the )?";
    private static final String ORD = "\\d{1,2}(?:st|nd|rd|th)?|" + CountWords.ORDINAL;

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "(?:from |between |in )?(" + YEAR + ")" + TO + "(" + YEAR + ")(?!-)",
                    (m, t, d) -> stretch(m, LocalDate.of(number(m.group(2)), 1, 1))),
            DatePattern.of(
                    "(?:from |between )?(?:the )?(?:" + ORD + ")" + TO + "(" + ORD
                            + ")(?: of)? (this|next|last) month|(?:from |between )?(?:" + ORD + ")" + TO + "(" + ORD
                            + ") of this month|from (?:" + ORD + ")" + TO + "(" + ORD + ") in next month",
                    StretchDates::daysOfMonth),
            DatePattern.of(
                    "(?:from |between )?(?:the )?(?:" + ORD + ")" + TO + "(" + ORD + ")(?: of)? (" + MONTH + ")(?:,? ("
                            + YEAR + "))?",
                    (m, t, d) -> dayOf(m, d, m.group(2), m.group(1), m.group(3))),
            DatePattern.of(
                    "(?:from |between |on )?(" + MONTH + ")\\.? (?:between )?(?:" + ORD + ")" + TO + "(" + ORD
                            + ")(?![/\\d]| ?(?:" + MONTH + "))(?:,? (" + YEAR + "))?",
                    (m, t, d) -> dayOf(m, d, m.group(1), m.group(2), m.group(3))),
            DatePattern.of(
                    "(?:from |between )?(?:this |next )?(?:" + MONTH + ")(?:[/ ](" + YEAR + "))?" + TO + "(" + MONTH
                            + ")(?![a-z ]* \\d{1,2}(?!\\d))(?:[/ ,]+(" + YEAR + "))?",
                    (m, t, d) -> months(m, d)),
            DatePattern.of(
                    "(" + NEXT + ") (" + COUNT + ") (?:business |working )?(" + UNIT + ")",
                    (m, t, d) -> ahead(m, d, m.group(2), m.group(3))),
            DatePattern.of(
                    "(" + COUNT + ") (?:" + NEXT + ") (" + UNIT + ")",
                    (m, t, d) -> ahead(m, d, m.group(1), m.group(2))),
            DatePattern.of(
                    "(?:" + LAST + ") (?:(?:" + COUNT + ") ?)(?:business |working )?(?:" + UNIT + ")|(?:" + COUNT
                            + ") (?:" + LAST + ") (?:" + UNIT + ")|past fortnight",
                    (m, t, d) -> stretch(m, d.today())),
            DatePattern.of(
                    "(?:the )?(" + NTH + "|last) week (?:of|in) (?:(" + MONTH + ")(?:,? (" + YEAR
                            + "))?|(this|next|last|the) month)",
                    StretchDates::weekOfMonth),
            DatePattern.of("(?:the )?(" + NTH + ") week of (?:(" + YEAR + ")|this year)", StretchDates::weekOfYear),
            DatePattern.of(
                    "(?:the )?week (?:of|starting|commencing|beginning)(?: on)? (" + MONTH
                            + ")[ .]+(\\d{1,2})(?:st|nd|rd|th)?",
                    StretchDates::weekOfDay),
            DatePattern.of("(?:the )?week of the (\\d{1,2})(?:st|nd|rd|th)", StretchDates::weekOfNumber),
            DatePattern.of("week (\\d{1,2})(?: of| in)? (" + YEAR + ")", StretchDates::numberedWeek),
            DatePattern.of("(?:the )?week after next", (m, t, d) -> d.period(m, d.inWeek(2, 5))),
            DatePattern.of("(?:the )?(?:coming|upcoming|following) week", (m, t, d) -> d.period(m, d.inWeek(1, 5))),
            DatePattern.of(
                    "end of (?:the )?(?:last|previous|past) week|(?:" + LAST + ") (?:week|wk)",
                    (m, t, d) -> period(m, d.inWeek(-1, 5))),
            DatePattern.of(
                    "(?:end of )?(?:the )?current week|(?:the|my|our|all) week(?! (?:of|after|start|commenc|begin|\\d))",
                    (m, t, d) -> period(m, d.inWeek(0, 5))),
            DatePattern.of(
                    "(?:the )?(" + NTH + ") (?:quarter|qtr)(?:,? (?:of )?(?:(" + YEAR + ")|(this|next|last) year))?",
                    StretchDates::quarter),
            DatePattern.of(
                    "(" + YEAR + "|\\d{2})[ -]?q([1-4])",
                    (m, t, d) -> d.period(m, d.endOfQuarter(number(m.group(2)), DayMath.year(m.group(1))))),
            DatePattern.of(
                    "(" + YEAR + ") ?h([12])",
                    (m, t, d) -> d.period(m, d.endOfQuarter(number(m.group(2)) * 2, number(m.group(1))))),
            DatePattern.of(
                    "q([1-4])(?: of)? (this|next|last) (?:year|yr)",
                    (m, t, d) -> d.period(m, d.endOfQuarter(number(m.group(1)), year(d, m.group(2))))),
            DatePattern.of("(this|current|last|previous|coming|upcoming) (?:quarter|qtr)", StretchDates::besideQuarter),
            DatePattern.of(
                    "(?:" + LAST + ") month",
                    (m, t, d) ->
                            period(m, YearMonth.from(d.today()).minusMonths(1).atEndOfMonth())),
            DatePattern.of(
                    "(?:the )?(?:upcoming|coming|following) month",
                    (m, t, d) ->
                            period(m, YearMonth.from(d.today()).plusMonths(1).atEndOfMonth())),
            DatePattern.of(
                    "(?:the|current) month(?! of)",
                    (m, t, d) -> period(m, YearMonth.from(d.today()).atEndOfMonth())),
            DatePattern.of(
                    "(?:end of )?(this|the|current|next|last|previous|coming) (?:year|yr)(?! end)",
                    (m, t, d) -> period(m, LocalDate.of(year(d, m.group(1)), 12, 31))),
            DatePattern.of("(last|past|previous|next|this|coming) (" + MONTH + ")", StretchDates::besideMonth),
            DatePattern.of(
                    "(?<![\\d/.-])(1[0-2]|0?[1-9]) ?[/-] ?(" + YEAR + ")",
                    (m, t, d) -> d.endOfMonth(m, number(m.group(1)), m.group(2))),
            DatePattern.of(
                    "(" + YEAR + ") ?[/-] ?(1[0-2]|0?[1-9])(?![/\\d-])",
                    (m, t, d) -> d.endOfMonth(m, number(m.group(2)), m.group(1))),
            DatePattern.of(
                    "(?<!\\d[/-])(" + MONTH + ")(?:[/.-]| ?, ?| of )(" + YEAR + ")",
                    (m, t, d) -> d.endOfMonth(m, Months.month(m.group(1)), m.group(2))),
            DatePattern.of(
                    "(" + MONTH + ")(?: of)? (next|last|this) year",
                    (m, t, d) -> d.endOfMonth(m, Months.month(m.group(1)), String.valueOf(year(d, m.group(2))))),
            DatePattern.of(
                    "(" + YEAR + ") ?,? ?(" + MONTH + ")",
                    (m, t, d) -> d.endOfMonth(m, Months.month(m.group(2)), m.group(1))),
            DatePattern.of(
                    "(?<=\\b(?:in|of|year|for|during|since|summer|sales) )(?<!\\bend of )(?<!\\bclose of )(" + YEAR
                            + ")(?: a\\.?d\\.?)?",
                    (m, t, d) -> stretch(m, LocalDate.of(number(m.group(1)), 12, 31))));

    private StretchDates() {}

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static FoundDate stretch(MatchResult m, LocalDate last) {
        return new FoundDate(new Span(m.start(), m.end()), last, last, true, true);
    }

    /** Nothing falls due on "last week" or "this year" as such. */
    private static FoundDate period(MatchResult m, LocalDate last) {
        return m.group().startsWith("end")
                ? new FoundDate(new Span(m.start(), m.end()), last, last, true, false)
                : stretch(m, last);
    }

    private static int year(DayMath days, String which) {
        int now = days.today().getYear();
        return switch (which) {
            case "next", "coming" -> now + 1;
            case "last", "previous" -> now - 1;
            default -> now;
        };
    }

    private static FoundDate ahead(MatchResult m, DayMath days, String count, String unit) {
        return stretch(m, PlacedDates.moved(days.today(), unit, CountWords.of(count)));
    }

    private static FoundDate dayOf(MatchResult m, DayMath days, String month, String day, @Nullable String year) {
        return days.dayOfMonth(m, Months.month(month), CountWords.ordinal(day), year);
    }

    private static FoundDate daysOfMonth(MatchResult m, String text, DayMath days) {
        var day = m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(4);
        int months = "next".equals(m.group(2)) || m.group(4) != null ? 1 : "last".equals(m.group(2)) ? -1 : 0;
        return days.day(m, YearMonth.from(days.today()).plusMonths(months).atDay(CountWords.ordinal(day)));
    }

    private static FoundDate months(MatchResult m, DayMath days) {
        var found = days.endOfMonth(m, Months.month(m.group(2)), m.group(3));
        return new FoundDate(found.span(), found.date(), found.past(), true, true);
    }

    private static FoundDate weekOfMonth(MatchResult m, String text, DayMath days) {
        var month = YearMonth.from(days.today());
        if (m.group(2) != null) {
            month = YearMonth.from(
                    days.endOfMonth(m, Months.month(m.group(2)), m.group(3)).date());
        } else if (!m.group(4).startsWith("th")) {
            month = month.plusMonths(m.group(4).equals("next") ? 1 : -1);
        }
        int nth = CountWords.ordinal(m.group(1));
        var day = nth < 0 ? month.atEndOfMonth() : month.atDay(1).plusWeeks(nth - 1L);
        var friday = day.with(DayOfWeek.FRIDAY);
        return days.period(m, nth < 0 && friday.isAfter(month.atEndOfMonth()) ? friday.minusWeeks(1) : friday);
    }

    private static FoundDate weekOfYear(MatchResult m, String text, DayMath days) {
        int year = m.group(2) != null ? number(m.group(2)) : days.today().getYear();
        var first = LocalDate.of(year, 1, 4).with(DayOfWeek.FRIDAY);
        return days.period(m, first.plusWeeks(CountWords.ordinal(m.group(1)) - 1L));
    }

    private static FoundDate numberedWeek(MatchResult m, String text, DayMath days) {
        var first = LocalDate.of(number(m.group(2)), 1, 4).with(DayOfWeek.FRIDAY);
        return days.period(m, first.plusWeeks(number(m.group(1)) - 1L));
    }

    private static FoundDate weekOfDay(MatchResult m, String text, DayMath days) {
        var start = days.dayOfMonth(m, Months.month(m.group(1)), number(m.group(2)), null);
        return new FoundDate(
                start.span(), start.date().with(DayOfWeek.FRIDAY), start.past().with(DayOfWeek.FRIDAY), true);
    }

    private static FoundDate weekOfNumber(MatchResult m, String text, DayMath days) {
        int day = number(m.group(1));
        var month = YearMonth.from(days.today()).plusMonths(days.today().getDayOfMonth() <= day ? 0 : 1);
        return days.period(m, month.atDay(Math.min(day, month.lengthOfMonth())).with(DayOfWeek.FRIDAY));
    }

    private static FoundDate quarter(MatchResult m, String text, DayMath days) {
        int quarter = CountWords.ordinal(m.group(1));
        if (m.group(2) != null) {
            return days.period(m, days.endOfQuarter(quarter, number(m.group(2))));
        }
        if (m.group(3) != null) {
            return days.period(m, days.endOfQuarter(quarter, year(days, m.group(3))));
        }
        return days.period(
                m, days.endOfQuarter(quarter, days.today().getYear() + (quarter < days.quarterNow() ? 1 : 0)));
    }

    private static FoundDate besideQuarter(MatchResult m, String text, DayMath days) {
        int by = m.group(1).matches("coming|upcoming") ? 3 : m.group(1).matches("last|previous") ? -3 : 0;
        var end = YearMonth.from(
                        days.endOfQuarter(days.quarterNow(), days.today().getYear()))
                .plusMonths(by)
                .atEndOfMonth();
        return m.group(1).equals("this") ? days.period(m, end) : stretch(m, end);
    }

    private static @Nullable FoundDate besideMonth(MatchResult m, String text, DayMath days) {
        var found = days.endOfMonth(m, Months.month(m.group(2)), null);
        return m.group(1).matches("last|past|previous")
                ? new FoundDate(found.span(), past(found, days), past(found, days), true)
                : found;
    }

    private static LocalDate past(FoundDate found, DayMath days) {
        return found.past().isBefore(days.today()) ? found.past() : found.past().minusYears(1);
    }
}
