package dev.windrose.llm.language;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Days told from today, weekdays, weeks, and days of a month told by their number alone. */
final class RelativeDates {

    private static final String DAY = Months.DAY;
    private static final String COUNT =
            "\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|ten|a couple of|ein(?:er|em)?|zwei|drei|vier|deux|trois|dos|tres";
    private static final String NEXT =
            "next|following|nachste[nrms]?|kommende[nrms]?|proximo|proxima|prossimo|volgende|nasta";

    static final List<DatePattern> PATTERNS = List.of(
            DatePattern.of(
                    "(?:the )?day after (?:tomorrow|tmrw)|ubermorgen|apres-demain|pasado manana",
                    (m, t, d) -> d.day(m, d.today().plusDays(2))),
            DatePattern.of(
                    "(?:eod )?(?:tomorrows?|tmrw|tmr|tmw|tomoz|demain|manana|domani|amanha|i morgon|imorgon)|morgen(?! fruh)",
                    (m, t, d) -> d.day(m, d.today().plusDays(1))),
            DatePattern.of(
                    "yesterday|y'?day|yest|last night|anoche|gestern|hier(?= (?:avec|chez|au|par|apres|en)\\b|[,.)]| matin| soir| midi|$)|ayer|ontem|ieri|gisteren|igar",
                    (m, t, d) -> d.day(m, d.today().minusDays(1))),
            DatePattern.of(
                    "today|tonight|this (?:morning|afternoon|evening|am|pm)|heute|aujourd'hui|ce matin|hoy|hoje|oggi|"
                            + "vandaag|i dag|idag|eod|cob|just now",
                    (m, t, d) -> d.day(m, d.today())),
            DatePattern.of(
                    "in (" + COUNT
                            + ") (day|week|wk|month|tag|woche|monat|jour|semaine|dia|semana|mes)(?:s|e|en|n)?(?:'? time)?",
                    RelativeDates::ahead),
            DatePattern.of("(" + COUNT + ") (day|week|wk|month)s? (?:from (?:now|today)|out)", RelativeDates::ahead),
            DatePattern.of("(" + COUNT + ") (day|week|wk|month)s? ago", RelativeDates::ago),
            DatePattern.of(
                    "(?:(?:end|ende|fin) (?:of )?(?:the |this |der |de la )?(?:week|wk|woche|semaine|semana))|eow|this "
                            + "week|diese woche|cette semaine",
                    (m, t, d) -> d.period(m, d.inWeek(0, 5))),
            DatePattern.of(
                    "(?:(?:end|ende) (?:of )?)?(?:" + NEXT
                            + ") (?:week|wk|woche|semana)|semaine prochaine|semana que viene",
                    (m, t, d) -> d.period(m, d.inWeek(1, 5))),
            DatePattern.of("(?:" + NEXT + ")\\.? (" + DAY + "|mo|di|mi|do|fr)\\.?", (m, t, d) -> weekday(m, d, 1)),
            DatePattern.of(
                    "(" + DAY + ") (?:next week|next wk|nachste woche|prochain|que viene)",
                    (m, t, d) -> weekday(m, d, 1)),
            DatePattern.of(
                    "(?:last|letzte[nrms]?|vergangene[nrms]?) (" + DAY + ")|(" + DAY + ") (?:dernier|pasado)",
                    RelativeDates::lastWeekday),
            DatePattern.of(
                    "(?:this |by |am |diesen )?(" + DAY
                            + ")s?\\.?|(?<=(?:bis|am|ab|until) )(?:mo|di|mi|do|fr)(?=[ .,;)]|$)",
                    RelativeDates::bareWeekday),
            DatePattern.of("(?:kw|calendar week|week) ?(\\d{1,2})", RelativeDates::calendarWeek),
            DatePattern.of(
                    "(?:on |by |until |till |the |before |to )*the (\\d{1,2})(?:st|nd|rd|th)(?! (?:time|floor|party|quarter|place))",
                    RelativeDates::dayNumber),
            DatePattern.of(
                    "(?<=(?:ate|na|nesta|esta|proxima|para|antes de|desta) )(?:segunda|terca|quarta|quinta|sexta)(?![\\w-])"
                            + "|(?<!(?:a|la|uma|una|pela) )(?:segunda|terca|quarta|quinta|sexta)(?=$|[.,;!])",
                    RelativeDates::shortWeekday),
            DatePattern.of(
                    "(?:antes del?|hasta el|para el|el dia|ate (?:o )?dia|antes do dia|no dia|avant le|d'ici le|d'ici au|du|entro il|vor dem) "
                            + "(\\d{1,2})\\.?(?=$|[ ]*[,;:.!)]| (?:y|et|e|und|por|porque|pour|para|con|avec)\\b)",
                    RelativeDates::dayNumber),
            DatePattern.of("(?:am|bis zum|zum|den) (\\d{1,2})\\.(?!\\d| advent)", RelativeDates::dayNumber));

    private RelativeDates() {}

    private static LocalDate moved(LocalDate from, String unit, int count) {
        if (unit.startsWith("d") || unit.startsWith("t") || unit.startsWith("j")) {
            return from.plusDays(count);
        }
        return unit.startsWith("w") || unit.startsWith("sem") ? from.plusWeeks(count) : from.plusMonths(count);
    }

    private static @Nullable FoundDate ahead(MatchResult m, String text, DayMath days) {
        var count = NumberWords.of(m.group(1).replace(" of", ""));
        return count.isEmpty()
                ? null
                : days.day(
                        m, moved(days.today(), m.group(2), m.group(1).startsWith("a couple") ? 2 : count.getAsInt()));
    }

    private static @Nullable FoundDate ago(MatchResult m, String text, DayMath days) {
        var count = NumberWords.of(m.group(1).replace(" of", ""));
        return count.isEmpty() ? null : days.day(m, moved(days.today(), m.group(2), -count.getAsInt()));
    }

    private static @Nullable FoundDate weekday(MatchResult m, DayMath days, int weeks) {
        var day = Months.weekday(m.group(1));
        return day == null ? null : days.day(m, days.inWeek(weeks, day));
    }

    private static @Nullable FoundDate lastWeekday(MatchResult m, String text, DayMath days) {
        var day = Months.weekday(m.group(1) != null ? m.group(1) : m.group(2));
        return day == null ? null : days.day(m, days.last(day));
    }

    private static @Nullable FoundDate bareWeekday(MatchResult m, String text, DayMath days) {
        var name = m.group(1) != null ? m.group(1) : m.group();
        var day = Months.weekday(name);
        int at = m.group(1) != null ? m.start(1) : m.start();
        boolean word = name.matches("sat|sun|mar|mon|do|mi|fri|wed")
                && Character.isLowerCase(text.charAt(at))
                && !name.matches("fri|wed|mon");
        boolean any = Fold.inPlace(text.substring(Math.max(0, m.start() - 8), m.start()))
                .matches("(?s).*(?<!\\p{L})(?:an?|any|ein(?:em|en)?|une?|um|uma|jeden|irgendein\\w*) ");
        return day == null || word || any ? null : days.either(m, days.next(day), days.last(day));
    }

    private static @Nullable FoundDate shortWeekday(MatchResult m, String text, DayMath days) {
        var day = Months.weekday(m.group() + "-feira");
        return day == null ? null : days.either(m, days.next(day), days.last(day));
    }

    private static FoundDate calendarWeek(MatchResult m, String text, DayMath days) {
        var week = java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR;
        return days.period(
                m, days.today().with(week, Integer.parseInt(m.group(1))).with(java.time.DayOfWeek.FRIDAY));
    }

    private static FoundDate dayNumber(MatchResult m, String text, DayMath days) {
        int day = Integer.parseInt(m.group(1));
        var coming = days.today().getDayOfMonth() <= day
                ? days.today().withDayOfMonth(1)
                : days.today().plusMonths(1).withDayOfMonth(1);
        var past = days.today().getDayOfMonth() >= day
                ? days.today().withDayOfMonth(1)
                : days.today().minusMonths(1).withDayOfMonth(1);
        while (coming.lengthOfMonth() < day && day <= 31) {
            coming = coming.plusMonths(1);
        }
        return days.either(m, coming.withDayOfMonth(day), past.withDayOfMonth(Math.min(day, past.lengthOfMonth())));
    }
}
