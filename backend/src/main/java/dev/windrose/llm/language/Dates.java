package dev.windrose.llm.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds days and periods. Weeks start on Monday, quarters are those of the calendar, a period stands for its last day. */
public final class Dates {

    private static final Pattern AWAY = Pattern.compile("(?<![\\p{L}\\d])(\\d{1,3}|" + CountWords.NAME
            + ") (days?|weeks?|months?|years?) (from|after|before) (?:the )?$");

    private Dates() {}

    /** Where the fiscal year is that of the calendar. */
    public static List<FoundDate> in(String text, LocalDate today, DateOrder order) {
        return in(text, today, order, 1);
    }

    /** @param fiscalStart the month in which fiscal years begin, 1 to 12; only what speaks of them is told by it */
    public static List<FoundDate> in(String text, LocalDate today, DateOrder order, int fiscalStart) {
        var days = new DayMath(today, order, fiscalStart);
        var folded = Fold.inPlace(text);
        var found = new ArrayList<FoundDate>();
        for (var pattern : patterns()) {
            var match = pattern.pattern().matcher(folded);
            while (match.find()) {
                var span = new Span(match.start(), match.end());
                if (found.stream().anyMatch(other -> other.span().overlaps(span))) {
                    continue;
                }
                var date = read(pattern, match, text, days);
                if (date != null) {
                    found.add(date);
                }
            }
        }
        found.sort(Comparator.comparingInt(date -> date.span().start()));
        return withoutTwins(found, folded).stream()
                .map(date -> away(date, folded))
                .toList();
    }

    /** "Two weeks before 13 May" is another day than 13 May. */
    private static FoundDate away(FoundDate date, String folded) {
        int from = Math.max(0, date.span().start() - 48);
        var before = AWAY.matcher(folded.substring(from, date.span().start()));
        if (!before.find() || date.stretch()) {
            return date;
        }
        int count = CountWords.of(before.group(1)) * (before.group(3).equals("before") ? -1 : 1);
        return new FoundDate(
                new Span(from + before.start(1), date.span().end()),
                PlacedDates.moved(date.date(), before.group(2), count),
                PlacedDates.moved(date.past(), before.group(2), count),
                date.period());
    }

    /** "Fri 24 April" is one day: the weekday beside a date adds nothing. */
    private static List<FoundDate> withoutTwins(List<FoundDate> found, String folded) {
        var out = new ArrayList<FoundDate>();
        for (int i = 0; i < found.size(); i++) {
            var date = found.get(i);
            boolean weekday = Months.weekday(date.span().of(folded).replaceAll("^(?:this|by|am|on) |[.]$", "")) != null;
            boolean before = i + 1 < found.size() && beside(date, found.get(i + 1), folded);
            boolean after = i > 0 && beside(found.get(i - 1), date, folded);
            if (!weekday || !before && !after) {
                out.add(date);
            }
        }
        return out;
    }

    private static boolean beside(FoundDate one, FoundDate other, String folded) {
        return other.span().start() >= one.span().end()
                && folded.substring(one.span().end(), other.span().start()).matches("[ ,.(]{1,3}(?:the |den )?");
    }

    private static @Nullable FoundDate read(
            DatePattern pattern, java.util.regex.MatchResult match, String text, DayMath days) {
        try {
            return pattern.reading().read(match, text, days);
        } catch (java.time.DateTimeException impossible) {
            return null;
        }
    }

    private static List<DatePattern> patterns() {
        return AllPatterns.IN_ORDER;
    }

    /** Longer and more certain forms first: a span once read is not read again. */
    private static final class AllPatterns {
        static final List<DatePattern> IN_ORDER = java.util.stream.Stream.of(
                        FiscalDates.PATTERNS,
                        Holidays.PATTERNS,
                        StretchDates.PATTERNS,
                        WrittenDates.PATTERNS,
                        CalendarDates.PATTERNS,
                        PlacedDates.PATTERNS,
                        PeriodDates.PATTERNS,
                        RelativeDates.PATTERNS)
                .flatMap(List::stream)
                .toList();
    }
}
