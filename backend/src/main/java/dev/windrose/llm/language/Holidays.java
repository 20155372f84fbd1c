package dev.windrose.llm.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Days that have a name of their own, worked out for the year. */
final class Holidays {

    private static final String YEAR = "(?:,? (20\\d{2}))?";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "(?:between |zwischen |entre )?(?:christmas|xmas|weihnachten|noel|navidad|natal) (?:and|&|und|et|y|"
                            + "e) (?:new year(?:'s)?(?: eve)?|ny|neujahr|silvester|(?:le )?(?:nouvel an|jour de l'an)|"
                            + "(?:el )?ano nuevo|(?:o )?ano novo|nye)",
                    (m, t, d) -> d.period(m, LocalDate.of(d.today().getYear(), 12, 31))),
            named(
                    "christmas eve|xmas eve|heiligabend|heilig abend|nochebuena|vespera de natal|reveillon de noel",
                    year -> LocalDate.of(year, 12, 24)),
            named("boxing day", year -> LocalDate.of(year, 12, 26)),
            named(
                    "(?:christmas|xmas)(?: day)?(?! (?:party|dinner|card|lunch|campaign|season|present|gift|shopping|break|sale|rush|"
                            + "period|trade|peak|special|edition|closure|shutdown|market|stock|order))|weihnachten|navidad(?:es)?",
                    year -> LocalDate.of(year, 12, 25)),
            named("new year's eve|nye|silvester|nochevieja|la saint-sylvestre", year -> LocalDate.of(year, 12, 31)),
            DatePattern.of(
                    "(?:new year'?s?(?: day)?|the new year|neujahr|nouvel an|jour de l'an|ano nuevo|ano novo)(?! (?:party|sale|"
                            + "campaign|resolution|eve|season|break|rush|promo))",
                    (m, t, d) -> d.day(m, LocalDate.of(d.today().getYear() + 1, 1, 1))),
            named("good friday|karfreitag|vendredi saint|viernes santo|sexta-feira santa", year -> easter(year)
                    .minusDays(2)),
            named("easter monday|ostermontag|lundi de paques", year -> easter(year)
                    .plusDays(1)),
            named(
                    "easter(?: sunday)?(?! (?:party|campaign|season|break|holidays?|eggs?|sale|week|trade|rush|menu|closure|peak|"
                            + "promo))|ostern|paques|pascua|pascoa|pasqua|pasen",
                    Holidays::easter),
            named("ascension(?: day)?|himmelfahrt|christi himmelfahrt", year -> easter(year)
                    .plusDays(39)),
            named("whitsun|pentecost|pfingsten|pentecote|pentecostes", year -> easter(year)
                    .plusDays(49)),
            named("thanksgiving(?! (?:party|dinner|sale|campaign|menu|weekend|rush))", year -> LocalDate.of(year, 11, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))),
            named("labor day", year -> LocalDate.of(year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))),
            named("memorial day", year -> LocalDate.of(year, 5, 1)
                    .with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))),
            named("independence day|(?:the )?(?:4th|fourth) of july|july 4th", year -> LocalDate.of(year, 7, 4)),
            named("bastille day|le 14 juillet", year -> LocalDate.of(year, 7, 14)),
            named("halloween", year -> LocalDate.of(year, 10, 31)),
            named("valentine'?s(?: day)?", year -> LocalDate.of(year, 2, 14)),
            named("st\\.? patrick'?s day", year -> LocalDate.of(year, 3, 17)));

    private Holidays() {}

    private static DatePattern named(String words, IntFunction<LocalDate> day) {
        return DatePattern.of("(?:" + words + ")" + YEAR, (m, t, d) -> inYear(m, d, day));
    }

    private static @Nullable FoundDate inYear(MatchResult m, DayMath days, IntFunction<LocalDate> day) {
        if (m.group(1) != null) {
            return days.day(m, day.apply(Integer.parseInt(m.group(1))));
        }
        int now = days.today().getYear();
        var coming = day.apply(now);
        var past = coming.isAfter(days.today()) ? day.apply(now - 1) : coming;
        return days.either(m, coming.isBefore(days.today()) ? day.apply(now + 1) : coming, past);
    }

    /** The Sunday after the first full moon of spring, by the reckoning of Gauss as Lichtenberg mended it. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        int place = full - weekday;
        int month = 3 + (place + 40) / 44;
        return LocalDate.of(year, month, place + 28 - 31 * (month / 4));
    }
}
