package dev.windrose.records.query;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A length of time in calendar units, such as 30 days. */
record Span(int n, Unit unit) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})[ _-]?(day|week|month|quarter|year)s?");

    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** From {@code {"n": 30, "unit": "day"}}, or {@code 30 days} as addresses have it. */
    static Optional<Span> of(@Nullable Object given) {
        String text = given instanceof Map<?, ?> map && map.get("n") instanceof Number
                ? map.get("n") + " " + map.get("unit")
                : given instanceof String written ? written : "";
        var match = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(new Span(
                        Integer.parseInt(match.group(1)),
                        Unit.valueOf(match.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** @param direction 1 for after, -1 for before */
    LocalDate from(LocalDate day, int direction) {
        long count = (long) n * direction;
        return switch (unit) {
            case DAY -> day.plusDays(count);
            case WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case QUARTER -> day.plusMonths(count * 3);
            case YEAR -> day.plusYears(Math.clamp(count, -1900, 7900));
        };
    }

    ZonedDateTime from(ZonedDateTime moment, int direction) {
        return moment.with(from(moment.toLocalDate(), direction));
    }
}
