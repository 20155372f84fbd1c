package dev.windrose.agents.ask;

import dev.windrose.llm.language.DateOrder;
import dev.windrose.llm.language.Dates;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the periods that a question names, with both of their ends. */
final class ReadDays {

    private static final List<String> COUNTS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private static final String YEAR = "(?:,? (?:of )?(?:the )?(20\\d\\d|last year|this year|next year))?";
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:will|should|shall|going to|expected|due|upcoming|run(?:s|ning)? out|expir\\w*|renew\\w*|close in|sign in|ends? in|planned|forecast)\\b");

    private final String folded;
    private final LocalDate today;
    private final int fiscal;
    private final DayOfWeek weekStart;
    private final boolean ahead;

    /** @param at the stretch of the text */
    record Found(Span at, Days days) {}

    ReadDays(String text, LocalDate today, int fiscalStart, boolean sunday) {
        this.folded = Fold.inPlace(text);
        this.today = today;
        this.fiscal = fiscalStart - 1;
        this.weekStart = sunday ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
        this.ahead = AHEAD.matcher(folded).find();
    }

    List<Found> all() {
        var found = new ArrayList<Found>();
        find(
                found,
                "(?:in |over |within |during |for )?(?:the )?(last|past|previous|next|coming|following) (\\d{1,3}|"
                        + String.join("|", COUNTS) + ") (day|week|month|quarter|year)s?",
                this::stretch);
        find(
                found,
                "(?:in |during |for )?(?:the )?(?:q([1-4])|([1-4])q)" + YEAR,
                (m, told) -> quarter(Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1)), m.group(3)));
        find(
                found,
                "(?:in |during |for )?(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter" + YEAR,
                (m, told) -> quarter(ordinal(m.group(1)), m.group(2)));
        find(
                found,
                "(?:in |during |for )?(?:the )?(?:(first|second|1st|2nd) half|h([12]))" + YEAR,
                (m, told) -> half(m.group(1) == null ? Integer.parseInt(m.group(2)) : ordinal(m.group(1)), m.group(3)));
        find(
                found,
                "(?:so far this year|year to date|ytd|this year so far)",
                (m, told) -> new Days(yearStart(today.getYear()), today, "this year so far"));
        find(
                found,
                "(?:in |during |for )?(?:the )?(this|last|next|previous|current|coming|past) (week|month|quarter|year)",
                (m, told) -> around(m.group(1), m.group(2)));
        find(found, "\\b(today|yesterday|tomorrow)\\b", (m, told) -> {
            var day = today.plusDays(m.group(1).equals("today") ? 0 : m.group(1).equals("yesterday") ? -1 : 1);
            return new Days(day, day, m.group(1));
        });
        single(found);
        find(
                found,
                "(?:in |during |for )?(" + MONTHS + ")\\b(?:,? (?:of )?(20\\d\\d|last year|this year|next year))?",
                this::month);
        find(found, "(?:in |during |for |year )?\\b(20\\d\\d)\\b", (m, told) -> year(Integer.parseInt(m.group(1))));
        found.sort(Comparator.comparingInt(each -> each.at().start()));
        return joined(found);
    }

    private void find(List<Found> found, String pattern, BiFunction<MatchResult, String, @Nullable Days> read) {
        var match = Pattern.compile("(?<![\\p{L}\\d])" + pattern + "(?![\\p{L}\\d])")
                .matcher(folded);
        while (match.find()) {
            var span = new Span(match.start(), match.end());
            if (found.stream().noneMatch(other -> other.at().overlaps(span))) {
                var days = read.apply(match, match.group());
                if (days != null) {
                    found.add(new Found(span, days));
                }
            }
        }
    }

    /** Days that stand alone: "1 December 2025", "2025-12-01". */
    private void single(List<Found> found) {
        for (var date : Dates.in(folded, today, DateOrder.DAY_FIRST)) {
            boolean day = date.span().of(folded).matches(".*\\d.*") && !date.period() && !date.stretch();
            boolean taken = found.stream().anyMatch(other -> other.at().overlaps(date.span()));
            boolean bare = date.span().of(folded).matches("\\d{1,3}(?:st|nd|rd|th)?|20\\d\\d|in \\d+.*");
            if (day && !taken && !bare) {
                var at = ahead ? date.date() : date.past();
                found.add(new Found(date.span(), new Days(at, at, date.span().of(folded))));
            }
        }
    }

    private @Nullable Days stretch(MatchResult m, String told) {
        int count = m.group(2).matches("\\d+") ? Integer.parseInt(m.group(2)) : COUNTS.indexOf(m.group(2));
        boolean back = !m.group(1).matches("next|coming|following");
        var other = moved(today, m.group(3), back ? -count : count);
        return back ? new Days(other, today, told) : new Days(today, other, told);
    }

    private static LocalDate moved(LocalDate day, String unit, int count) {
        return switch (unit) {
            case "day" -> day.plusDays(count);
            case "week" -> day.plusWeeks(count);
            case "month" -> day.plusMonths(count);
            case "quarter" -> day.plusMonths(3L * count);
            default -> day.plusYears(count);
        };
    }

    private Days around(String which, String unit) {
        int step = which.matches("last|previous|past") ? -1 : which.matches("next|coming") ? 1 : 0;
        var told = which + " " + unit;
        switch (unit) {
            case "week" -> {
                var first =
                        today.with(TemporalAdjusters.previousOrSame(weekStart)).plusWeeks(step);
                return new Days(first, first.plusDays(6), told);
            }
            case "month" -> {
                var first = today.withDayOfMonth(1).plusMonths(step);
                return new Days(first, first.plusMonths(1).minusDays(1), told);
            }
            case "quarter" -> {
                int behind = Math.floorMod(today.getMonthValue() - 1 - fiscal, 3);
                var first = today.withDayOfMonth(1).minusMonths(behind).plusMonths(3L * step);
                return new Days(first, first.plusMonths(3).minusDays(1), told);
            }
            default -> {
                return year(fiscalYear() + step);
            }
        }
    }

    private int fiscalYear() {
        return fiscal > 0 && today.getMonthValue() > fiscal ? today.getYear() + 1 : today.getYear();
    }

    private LocalDate yearStart(int year) {
        return fiscal == 0 ? LocalDate.of(year, 1, 1) : LocalDate.of(year - 1, fiscal + 1, 1);
    }

    private Days year(int year) {
        var first = yearStart(year);
        return new Days(first, first.plusYears(1).minusDays(1), String.valueOf(year));
    }

    private static int ordinal(String word) {
        return List.of("first", "second", "third", "fourth").indexOf(word) >= 0
                ? List.of("first", "second", "third", "fourth").indexOf(word) + 1
                : Integer.parseInt(word.substring(0, 1));
    }

    private @Nullable Integer named(@Nullable String year) {
        return switch (year) {
            case null -> null;
            case "last year" -> fiscalYear() - 1;
            case "this year" -> fiscalYear();
            case "next year" -> fiscalYear() + 1;
            default -> Integer.valueOf(year);
        };
    }

    private Days quarter(int quarter, @Nullable String year) {
        return part(year, 3L * (quarter - 1), 3, "Q" + quarter);
    }

    private Days half(int half, @Nullable String year) {
        return part(year, 6L * (half - 1), 6, half == 1 ? "the first half of" : "the second half of");
    }

    /** Without a year the last that has begun, or the next where the question looks ahead. */
    private Days part(@Nullable String year, long from, int months, String told) {
        var given = named(year);
        int in = given == null ? fiscalYear() : given;
        var first = yearStart(in).plusMonths(from);
        if (given == null && !ahead && first.isAfter(today)) {
            first = yearStart(--in).plusMonths(from);
        } else if (given == null && ahead && first.plusMonths(months).isBefore(today)) {
            first = yearStart(++in).plusMonths(from);
        }
        return new Days(first, first.plusMonths(months).minusDays(1), told + " " + in);
    }

    private @Nullable Days month(MatchResult m, String told) {
        boolean bare = m.group(2) == null && !m.group().contains(" ");
        if (bare
                && m.group(1).matches("may|mar|dec|march|sept?")
                && !folded.substring(m.end()).stripLeading().matches("(?s)(?:to|and|vs|versus|until|,|or|through)\\b.*")
                && !folded.substring(0, m.start())
                        .matches(
                                "(?s).*\\b(?:to|and|vs|versus|until|since|by|before|after|through|from|between|than|over)(?: the end of| end of)? ")) {
            return null;
        }
        int month = 1
                + List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
                        .indexOf(m.group(1).substring(0, 3));
        var given = named(m.group(2));
        int year = given == null ? today.getYear() : given;
        var first = LocalDate.of(year, month, 1);
        if (given == null && !ahead && first.isAfter(today)) {
            first = first.minusYears(1);
        } else if (given == null && ahead && first.plusMonths(1).isBefore(today)) {
            first = first.plusYears(1);
        }
        return new Days(first, first.plusMonths(1).minusDays(1), name(first));
    }

    private static String name(LocalDate first) {
        return first.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " " + first.getYear();
    }

    /** "March to May", "since April", "before the end of June", "between one day and another". */
    private List<Found> joined(List<Found> found) {
        var out = new ArrayList<Found>();
        for (int i = 0; i < found.size(); i++) {
            var one = found.get(i);
            var next = i + 1 < found.size() ? found.get(i + 1) : null;
            var between = next == null
                    ? ""
                    : folded.substring(one.at().end(), next.at().start());
            var before = folded.substring(0, one.at().start());
            boolean range = between.matches(" (?:to|until|till|through|thru|up to|-) |-| ?– ?")
                    || between.equals(" and ") && before.matches("(?s).*\\bbetween (?:the )?(?:\\S+ )?$");
            if (next != null && range && one.days().first() != null) {
                out.add(range(one, next));
                i++;
            } else {
                out.add(bounded(one, before));
            }
        }
        return out;
    }

    /** The year of the later month holds for the earlier one as well. */
    private static Found range(Found one, Found next) {
        var first = one.days().first();
        var last = next.days().last();
        while (first != null && last != null && first.isAfter(last)) {
            first = first.minusYears(1);
        }
        if (first != null && last != null && last.getYear() > first.getYear() + 1) {
            first = first.withYear(last.getYear());
        }
        return new Found(
                new Span(one.at().start(), next.at().end()),
                new Days(first, last, one.days().told() + " to " + next.days().told()));
    }

    private static final Pattern BOUND = Pattern.compile(
            "(?s).*?\\b(since|from|after|before|until|till|up to|by|prior to|earlier than|later than)( the start of| the beginning of| the end of| end of)? ?$");

    private Found bounded(Found one, String before) {
        var match = BOUND.matcher(before);
        if (!match.matches() || one.days().told().matches(".*\\d+ (?:day|week|month)s?")) {
            return one;
        }
        var days = one.days();
        boolean end = match.group(2) != null && match.group(2).contains("end");
        var told = match.group(1) + (match.group(2) == null ? "" : match.group(2)) + " " + days.told();
        var bound =
                switch (match.group(1)) {
                    case "since", "from" -> new Days(days.first(), null, told);
                    case "after", "later than" -> new Days(next(days.last()), null, told);
                    case "before", "prior to", "earlier than" ->
                        new Days(null, end ? days.last() : previous(days.first()), told);
                    default -> new Days(null, days.last(), told);
                };
        boolean open = ahead
                && bound.first() == null
                && bound.last() != null
                && !bound.last().isBefore(today);
        return new Found(new Span(match.start(1), one.at().end()), open ? new Days(today, bound.last(), told) : bound);
    }

    private static @Nullable LocalDate next(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable LocalDate previous(@Nullable LocalDate day) {
        return day == null ? null : day.minusDays(1);
    }
}
