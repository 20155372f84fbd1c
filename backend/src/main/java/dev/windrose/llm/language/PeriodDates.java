package dev.windrose.llm.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Months, quarters, halves and years without a day, and their middles. */
final class PeriodDates {

    private static final String END =
            "(?:the )?end(?: of)?|(?:the )?close of|ende|fins?(?: de| du)?|finales de|final de|fim de|fine(?: "
                    + "di)?|eind|slutet av|late|uber";
    private static final String MID = "mid(?:dle)?[ -]?(?:of )?|mitte |mi-|mediados de |meados de |meta |half ";
    private static final String MONTH = Months.NAME;
    private static final String YEAR = "20\\d{2}|'\\d{2}";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of("(?:" + MID + ")(" + MONTH + ")(?:,? (" + YEAR + "))?", PeriodDates::middle),
            DatePattern.of(
                    "(?:" + MID + ")(?:of )?(next|this|the) month",
                    (m, t, days) -> days.day(
                            m,
                            days.today()
                                    .plusMonths(m.group(1).equals("next") ? 1 : 0)
                                    .withDayOfMonth(15))),
            DatePattern.of(
                    "(?:(?:" + END + ") ?)?(?:of |du |des |von |the )?(?:q([1-4])|([1-4])q|t([1-4]))(?:[ /-]?(?:fy ?)?("
                            + YEAR + "|\\d{2}))?",
                    PeriodDates::quarter),
            DatePattern.of("(?:(?:" + END + ") ?)?h([12])(?:[ /]?(" + YEAR + "))?", PeriodDates::half),
            DatePattern.of(
                    "(?:(?:" + END
                            + ") )(?:of )?(?:the |this |current )?quarter|eoq|quartalsende|ende des quartals|this quarter",
                    (m, t, days) -> days.period(
                            m, days.endOfQuarter(days.quarterNow(), days.today().getYear()))),
            DatePattern.of("(?:(?:" + END + ") (?:of )?)?next quarter|nachstes quartal", PeriodDates::nextQuarter),
            DatePattern.of(
                    "(?:(?:" + END
                            + ") (?:of )?)?(?:the )?(?:next month|nachsten monats?|mois prochain|proximo mes|mes que viene|"
                            + "prossimo mese|volgende maand)",
                    (m, t, days) -> days.period(
                            m, YearMonth.from(days.today()).plusMonths(1).atEndOfMonth())),
            DatePattern.of(
                    "(?:(?:" + END
                            + ") (?:of )?)(?:the |this |our )?month|eom|month[ -]end|this month|monatsende|ende des monats|fin de "
                            + "mes|fin du mois",
                    (m, t, days) -> days.period(m, YearMonth.from(days.today()).atEndOfMonth())),
            DatePattern.of(
                    "(?:(?:" + END
                            + ") )(?:of )?(?:the |this )?(?:calendar )?year|eoy|year[ -]end|jahresende|fin d'annee|fin de ano",
                    (m, t, days) -> days.period(m, LocalDate.of(days.today().getYear(), 12, 31))),
            DatePattern.of(
                    "(?:(?:" + END + ") )(20\\d{2})",
                    (m, t, days) -> days.period(m, LocalDate.of(Integer.parseInt(m.group(1)), 12, 31))),
            DatePattern.of(
                    "(" + END + ") (?:of )?(" + MONTH + ")(?:,? (?:de )?(" + YEAR + "))?",
                    (m, t, days) -> days.endOfMonth(m, Months.month(m.group(2)), m.group(3))),
            DatePattern.of(
                    "(" + MONTH + "),? (?:de )?(20\\d{2})",
                    (m, t, days) -> days.endOfMonth(m, Months.month(m.group(1)), m.group(2))),
            DatePattern.of(
                    "(?<=\\b(?:in|to|until|till|by|into|for|before|bis|im|nach|auf|en|em|para|a|tot|i|til|next|this|"
                            + "early|sometime|close|closes|closing|sign|signing|signs|start|starts|ends|due) )("
                            + MONTH + ")",
                    PeriodDates::month));

    private PeriodDates() {}

    private static FoundDate middle(MatchResult m, String text, DayMath days) {
        return days.dayOfMonth(m, Months.month(m.group(1)), 15, m.group(2));
    }

    /** Bare names of months are taken after a preposition only, and "may" and "march" only in capitals. */
    private static @Nullable FoundDate month(MatchResult m, String text, DayMath days) {
        boolean word = m.group(1).matches("may|march|mar|mars|dec|jun|mai|mei|maj|sep|set")
                && Character.isLowerCase(text.charAt(m.start(1)));
        return word && !m.group(1).matches("march") ? null : days.endOfMonth(m, Months.month(m.group(1)), null);
    }

    private static FoundDate quarter(MatchResult m, String text, DayMath days) {
        var digit = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        int quarter = Integer.parseInt(digit);
        if (m.group(4) != null) {
            return days.period(m, days.endOfQuarter(quarter, DayMath.year(m.group(4))));
        }
        int year = days.today().getYear() + (quarter < days.quarterNow() ? 1 : 0);
        return new FoundDate(
                new Span(m.start(), m.end()),
                days.endOfQuarter(quarter, year),
                days.endOfQuarter(quarter, days.today().getYear() - (quarter > days.quarterNow() ? 1 : 0)),
                true);
    }

    private static FoundDate half(MatchResult m, String text, DayMath days) {
        int quarter = Integer.parseInt(m.group(1)) * 2;
        int year = m.group(2) != null
                ? DayMath.year(m.group(2))
                : days.today().getYear() + (quarter < days.quarterNow() ? 1 : 0);
        return days.period(m, days.endOfQuarter(quarter, year));
    }

    private static FoundDate nextQuarter(MatchResult m, String text, DayMath days) {
        int quarter = days.quarterNow() % 4 + 1;
        return days.period(m, days.endOfQuarter(quarter, days.today().getYear() + (quarter == 1 ? 1 : 0)));
    }
}
