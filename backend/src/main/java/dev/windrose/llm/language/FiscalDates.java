package dev.windrose.llm.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Quarters, halves and ends of fiscal years, where the words "FY", "fiscal" or "Geschäftsjahr" stand. A fiscal year bears the name of the
 * calendar year it ends in.
 */
final class FiscalDates {

    private static final String NUMBER = "(?:(?:20)?\\d{2} ?/ ?)?'?((?:20)?\\d{2})(?![.,]?\\d)";
    private static final String NAMED = "(?:fy ?|fiscal(?: year)? |financial year |gj ?|geschaftsjahre?s? )" + NUMBER;
    private static final String WHICH =
            "(?:(this|the|our|the current|current|next|the next|last|the last|des|dieses|unseres|unserem|im|diesem|nachsten|des nachsten|im nachsten"
                    + "|des laufenden|laufenden|letzten|des letzten) )?(?:fiscal year|financial year|fy|geschaftsjahre?s?)";
    private static final String END =
            "(?:the |by |at |zum )?(?:end of|close of|ende|abschluss)(?: of| the| des| im| von)? ?";
    private static final String QUARTER =
            "(?:q([1-4])|([1-4])q|(first|second|third|fourth|last|1st|2nd|3rd|4th) (?:fiscal )?quarter"
                    + "|(erste|zweite|dritte|vierte|letzte)[nsrm]? quartals?)";
    private static final String OF = "(?:[ ,/-]| of | of the | in | des | im | von )?";

    static final List<DatePattern> PATTERNS = List.of(
            own("(?:" + END + ")?" + QUARTER + OF + NAMED, (m, t, d) -> quarter(m, d, yearOf(m.group(5)))),
            own("(?:" + END + ")?" + NAMED + "[ ,/-]?" + "q([1-4])", FiscalDates::yearFirst),
            own("(?:" + END + ")?h([12])" + OF + NAMED, FiscalDates::half),
            own("(?:" + END + ")?" + QUARTER + "(?: of | in | )" + WHICH, FiscalDates::quarterOfWhich),
            own("(?:" + END + ")?(?:the )?fiscal " + QUARTER, FiscalDates::bareQuarter),
            own(
                    "(?:" + END + ")?(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) fiscal quarter",
                    FiscalDates::wordQuarter),
            own(
                    "(?:" + END + ")(?:the |this |our |the current )?fiscal quarter|fiscal quarter[ -]end",
                    (m, t, d) -> d.period(m, endOfQuarter(d, quarterNow(d), yearNow(d)))),
            own("(?:" + END + ")" + NAMED, (m, t, d) -> d.period(m, endOfYear(d, yearOf(m.group(1))))),
            own(NAMED + "[ -]end", (m, t, d) -> d.period(m, endOfYear(d, yearOf(m.group(1))))),
            own("(?:" + END + ")" + WHICH, FiscalDates::endOfWhich),
            own(
                    "(next |last )?(?:the |our )?(?:(?:fiscal|financial) year|fy)[ -]?end|fye|geschaftsjahres-?(?:ende|schluss)",
                    FiscalDates::endOfWhich));

    private FiscalDates() {}

    private static DatePattern own(String regex, DatePattern.Reading reading) {
        return DatePattern.of(regex, (m, t, d) -> ofSomebodyElse(m, t) ? null : reading.read(m, t, d));
    }

    private static FoundDate quarter(MatchResult m, DayMath days, int year) {
        return days.period(m, endOfQuarter(days, number(m), year));
    }

    private static FoundDate yearFirst(MatchResult m, String text, DayMath days) {
        return days.period(m, endOfQuarter(days, Integer.parseInt(m.group(2)), yearOf(m.group(1))));
    }

    private static FoundDate half(MatchResult m, String text, DayMath days) {
        return days.period(m, endOfQuarter(days, 2 * Integer.parseInt(m.group(1)), yearOf(m.group(2))));
    }

    private static FoundDate quarterOfWhich(MatchResult m, String text, DayMath days) {
        return quarter(m, days, yearNow(days) + ahead(m.group(5)));
    }

    private static FoundDate bareQuarter(MatchResult m, String text, DayMath days) {
        return coming(m, days, number(m));
    }

    private static FoundDate wordQuarter(MatchResult m, String text, DayMath days) {
        return coming(m, days, ordinal(m.group(1)));
    }

    private static FoundDate endOfWhich(MatchResult m, String text, DayMath days) {
        return days.period(m, endOfYear(days, yearNow(days) + ahead(m.group(1))));
    }

    /** "Before their fiscal year end": when the year of a customer ends is not known, so it is read as other dates are. */
    private static boolean ofSomebodyElse(MatchResult m, String text) {
        return Fold.inPlace(text.substring(Math.max(0, m.start() - 24), m.start()))
                .matches("(?s).*(?:\\b(?:their|its|his|her|your|ihre[mnrs]?|ihr|deren|dessen)|'s|s') (?:own |new )?");
    }

    /** A quarter without a year is the next that ends, and the last that has ended. */
    private static FoundDate coming(MatchResult m, DayMath days, int quarter) {
        int year = yearNow(days);
        int now = quarterNow(days);
        return new FoundDate(
                new Span(m.start(), m.end()),
                endOfQuarter(days, quarter, year + (quarter < now ? 1 : 0)),
                endOfQuarter(days, quarter, year - (quarter > now ? 1 : 0)),
                true);
    }

    private static int number(MatchResult m) {
        var digit = m.group(1) != null ? m.group(1) : m.group(2);
        return digit != null ? Integer.parseInt(digit) : ordinal(m.group(3) != null ? m.group(3) : m.group(4));
    }

    private static int ordinal(String word) {
        return switch (word) {
            case "first", "1st", "erste" -> 1;
            case "second", "2nd", "zweite" -> 2;
            case "third", "3rd", "dritte" -> 3;
            default -> 4;
        };
    }

    private static int ahead(@Nullable String which) {
        return which == null
                ? 0
                : which.matches(".*(?:next|nachsten) ?") ? 1 : which.matches(".*(?:last|letzten) ?") ? -1 : 0;
    }

    private static int yearOf(String written) {
        return DayMath.year(written);
    }

    /** The name of the fiscal year that it is. */
    private static int yearNow(DayMath days) {
        return yearOf(days.today(), days.fiscalStart());
    }

    private static int yearOf(LocalDate day, int start) {
        return day.getYear() + (start > 1 && day.getMonthValue() >= start ? 1 : 0);
    }

    private static int quarterNow(DayMath days) {
        return Math.floorMod(days.today().getMonthValue() - days.fiscalStart(), 12) / 3 + 1;
    }

    private static LocalDate endOfYear(DayMath days, int year) {
        return endOfQuarter(days, 4, year);
    }

    private static LocalDate endOfQuarter(DayMath days, int quarter, int year) {
        int first = days.fiscalStart() == 1 ? year : year - 1;
        return YearMonth.of(first, days.fiscalStart())
                .plusMonths(3L * quarter - 1)
                .atEndOfMonth();
    }
}
