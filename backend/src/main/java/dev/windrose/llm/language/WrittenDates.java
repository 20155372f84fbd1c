package dev.windrose.llm.language;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Days with a month in words and in other orders than the usual, and with ordinals in words. */
final class WrittenDates {

    private static final String MONTH = Months.NAME;
    private static final String ORD = "\\d{1,2}(?:st|nd|rd|th)|" + CountWords.ORDINAL;
    private static final String YEAR = "(?:19|20)\\d{2}";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "(" + YEAR + ")[/-](" + MONTH + ")[/-](\\d{1,2})",
                    (m, t, d) -> d.dayOfMonth(m, Months.month(m.group(2)), number(m.group(3)), m.group(1))),
            DatePattern.of(
                    "(" + MONTH + ")[/-](\\d{1,2})[/-](" + YEAR + ")",
                    (m, t, d) -> d.dayOfMonth(m, Months.month(m.group(1)), number(m.group(2)), m.group(3))),
            DatePattern.of(
                    "(\\d{1,2})[/-](" + MONTH + ")[/-](" + YEAR + "|\\d{2})",
                    (m, t, d) -> d.dayOfMonth(m, Months.month(m.group(2)), number(m.group(1)), m.group(3))),
            DatePattern.of(
                    "(" + YEAR + ")[/-](\\d{1,2})[/-](" + MONTH + ")",
                    (m, t, d) -> d.dayOfMonth(m, Months.month(m.group(3)), number(m.group(2)), m.group(1))),
            DatePattern.of(
                    "(?:the )?(" + ORD + "|\\d{1,2})(?: day)?(?: of| de)?[ -](" + MONTH + ")\\.?(?:,? (?:of |in |de )?("
                            + YEAR + ")|(?: |-|, ?')(\\d{2})(?=$|[.,;)]))",
                    (m, t, d) -> day(m, d, m.group(2), m.group(1), m.group(3) != null ? m.group(3) : m.group(4))),
            DatePattern.of(
                    "(?:the )?(" + CountWords.ORDINAL + ")(?: day)? of (" + MONTH + ")",
                    (m, t, d) -> day(m, d, m.group(2), m.group(1), null)),
            DatePattern.of(
                    "(" + MONTH + ")\\.?(?:[ /,-]|, )(?:the )?(" + ORD + ")(?: day)?(?:,? (?:of |in )?(" + YEAR + "))?",
                    (m, t, d) -> day(m, d, m.group(1), m.group(2), m.group(3))),
            DatePattern.of(
                    "(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)/?(\\d{1,2})(?:[,/] ?(" + YEAR + "))?",
                    (m, t, d) -> day(m, d, m.group(1), m.group(2), m.group(3))),
            DatePattern.of(
                    "(?:(?<=^)|(?<=[ -]))(" + YEAR + ")(0[1-9]|1[0-2])([0-3]\\d)",
                    (m, t, d) -> d.dayOfMonth(m, number(m.group(2)), number(m.group(3)), m.group(1))));

    private WrittenDates() {}

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static @Nullable FoundDate day(
            MatchResult m, DayMath days, String month, String day, @Nullable String year) {
        int number = CountWords.ordinal(day);
        return number < 1 || number > 31 ? null : days.dayOfMonth(m, Months.month(month), number, year);
    }
}
