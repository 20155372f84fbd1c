package dev.windrose.records.expression;

import static dev.windrose.records.expression.Function.form;
import static dev.windrose.records.expression.Function.strict;
import static dev.windrose.records.expression.Kinds.DATE;
import static dev.windrose.records.expression.Kinds.INSTANT;
import static dev.windrose.records.expression.Kinds.NUMBER;
import static dev.windrose.records.expression.Kinds.TEXT;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Dates and points in time. A point in time is seen as a date in the time zone of the workspace. */
final class Dates {

    private static final String GROUP = "Dates";

    private Dates() {}

    static List<Function> all() {
        return Stream.of(GIVEN, MOVED, PARTS).flatMap(List::stream).toList();
    }

    private static final List<Function> GIVEN = List.of(
            strict(
                            "today",
                            GROUP,
                            "The date of today. A formula that asks for it is worked out when it is read.",
                            "today()",
                            given -> given.run.moment.today(),
                            form(DATE))
                    .readingClock(),
            strict("now", GROUP, "This moment. As today().", "now()", given -> given.run.moment.now(), form(INSTANT))
                    .readingClock(),
            strict(
                    "date",
                    GROUP,
                    "A date from text, from year, month and day, or of a point in time.",
                    "date(\"2026-03-31\")",
                    given -> given.count() == 3
                            ? date(given.integer(0), given.integer(1), given.integer(2))
                            : given.some(0) instanceof String text ? date(text) : day(given, 0),
                    form(DATE, TEXT),
                    form(DATE, NUMBER, NUMBER, NUMBER),
                    form(DATE, INSTANT)),
            strict(
                    "days_between",
                    GROUP,
                    "Days from the first to the second date.",
                    "days_between(created_at, expected_close_date)",
                    given -> BigDecimal.valueOf(ChronoUnit.DAYS.between(day(given, 0), day(given, 1))),
                    form(NUMBER, DATE, DATE),
                    form(NUMBER, INSTANT, INSTANT),
                    form(NUMBER, DATE, INSTANT),
                    form(NUMBER, INSTANT, DATE)),
            strict(
                    "hours_between",
                    GROUP,
                    "Full hours from the first to the second point in time.",
                    "hours_between(created_at, now())",
                    given -> BigDecimal.valueOf(
                            ChronoUnit.HOURS.between((Instant) given.some(0), (Instant) given.some(1))),
                    form(NUMBER, INSTANT, INSTANT)));

    private static final List<Function> MOVED = List.of(
            moving(
                    "add_days",
                    "The date some days later; earlier with a negative number.",
                    "add_days(created_at, 30)",
                    ChronoUnit.DAYS),
            moving(
                    "add_months",
                    "The date some months later.",
                    "add_months(expected_close_date, 12)",
                    ChronoUnit.MONTHS),
            moving("add_years", "The date some years later.", "add_years(date(\"2026-02-28\"), 1)", ChronoUnit.YEARS),
            strict(
                    "start_of_month",
                    GROUP,
                    "The first day of its month.",
                    "start_of_month(expected_close_date)",
                    given -> day(given, 0).withDayOfMonth(1),
                    form(DATE, DATE),
                    form(DATE, INSTANT)),
            strict(
                    "end_of_month",
                    GROUP,
                    "The last day of its month.",
                    "end_of_month(expected_close_date)",
                    given -> day(given, 0).with(TemporalAdjusters.lastDayOfMonth()),
                    form(DATE, DATE),
                    form(DATE, INSTANT)));

    private static final List<Function> PARTS = List.of(
            part("year", "Its year.", LocalDate::getYear),
            part("quarter", "The quarter of the calendar year, 1 to 4.", date -> date.get(IsoFields.QUARTER_OF_YEAR)),
            part("month", "Its month, 1 to 12.", LocalDate::getMonthValue),
            part("day", "Its day of the month.", LocalDate::getDayOfMonth),
            part("weekday", "Its day of the week: 1 is Monday, 7 is Sunday.", date -> date.getDayOfWeek()
                    .getValue()));

    private static Function part(String name, String meaning, ToIntFunction<LocalDate> part) {
        return strict(
                name,
                GROUP,
                meaning,
                name + "(expected_close_date)",
                given -> BigDecimal.valueOf(part.applyAsInt(day(given, 0))),
                form(NUMBER, DATE),
                form(NUMBER, INSTANT));
    }

    private static Function moving(String name, String meaning, String example, ChronoUnit unit) {
        return strict(
                name,
                GROUP,
                meaning,
                example,
                given -> within(() -> day(given, 0).plus(given.integer(1), unit)),
                form(DATE, DATE, NUMBER),
                form(DATE, INSTANT, NUMBER));
    }

    static LocalDate addDays(LocalDate date, BigDecimal days) {
        if (days.abs().compareTo(BigDecimal.valueOf(4_000_000)) > 0) {
            throw new Unanswered("The date lies too far away.");
        }
        return within(() -> date.plusDays(days.intValue()));
    }

    private static LocalDate day(Arguments given, int at) {
        return given.some(at) instanceof LocalDate date
                ? date
                : LocalDate.ofInstant((Instant) given.some(at), given.run.moment.zone());
    }

    private static LocalDate date(int year, int month, int day) {
        return within(() -> LocalDate.of(year, month, day));
    }

    private static LocalDate date(String text) {
        try {
            return within(() -> LocalDate.parse(text.strip()));
        } catch (Unanswered none) {
            throw new Unanswered("\"%s\" is no date. Write it as 2026-03-31."
                    .formatted(text.length() > 40 ? text.substring(0, 40) + "…" : text));
        }
    }

    private static LocalDate within(Supplier<LocalDate> made) {
        try {
            var date = made.get();
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new Unanswered("The year must lie between 1 and 9999.");
            }
            return date;
        } catch (DateTimeException e) {
            throw new Unanswered("There is no such date.");
        }
    }
}
