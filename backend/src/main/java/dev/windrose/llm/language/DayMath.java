package dev.windrose.llm.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Calendar arithmetic around the day of the message.
 *
 * @param fiscalStart the month in which the fiscal year of the workspace begins
 */
record DayMath(LocalDate today, DateOrder order, int fiscalStart) {

    FoundDate day(MatchResult match, LocalDate date) {
        return new FoundDate(new Span(match.start(), match.end()), date, date, false);
    }

    FoundDate period(MatchResult match, LocalDate last) {
        return new FoundDate(new Span(match.start(), match.end()), last, last, true);
    }

    FoundDate either(MatchResult match, LocalDate date, LocalDate past) {
        return new FoundDate(new Span(match.start(), match.end()), date, past, false);
    }

    /** A day and month without a year: the next to come, and the last gone. */
    FoundDate dayOfMonth(MatchResult match, int month, int day, @Nullable String year) {
        if (year != null) {
            return day(match, LocalDate.of(year(year), month, day));
        }
        var coming = LocalDate.of(
                today.getYear(),
                month,
                Math.min(day, YearMonth.of(today.getYear(), month).lengthOfMonth()));
        if (day > coming.getDayOfMonth()) {
            throw new java.time.DateTimeException("no such day");
        }
        var past = coming.isAfter(today) ? coming.minusYears(1) : coming;
        return either(match, coming.isBefore(today) ? coming.plusYears(1) : coming, past);
    }

    FoundDate endOfMonth(MatchResult match, int month, @Nullable String year) {
        if (year != null) {
            return period(match, YearMonth.of(year(year), month).atEndOfMonth());
        }
        var coming = YearMonth.of(today.getYear(), month);
        var past = coming.isAfter(YearMonth.from(today)) ? coming.minusYears(1) : coming;
        coming = coming.isBefore(YearMonth.from(today)) ? coming.plusYears(1) : coming;
        return new FoundDate(new Span(match.start(), match.end()), coming.atEndOfMonth(), past.atEndOfMonth(), true);
    }

    LocalDate endOfQuarter(int quarter, int year) {
        return YearMonth.of(year, quarter * 3).atEndOfMonth();
    }

    int quarterNow() {
        return (today.getMonthValue() + 2) / 3;
    }

    LocalDate next(int weekday) {
        return today.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
    }

    LocalDate last(int weekday) {
        return today.with(TemporalAdjusters.previous(DayOfWeek.of(weekday)));
    }

    LocalDate inWeek(int weeksAhead, int weekday) {
        return today.plusWeeks(weeksAhead).with(DayOfWeek.of(weekday));
    }

    static int year(String written) {
        int year = Integer.parseInt(written.replace("'", ""));
        return year < 100 ? (year < 40 ? 2000 : 1900) + year : year;
    }
}
