package dev.windrose.records.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/**
 * When and where expressions are evaluated.
 *
 * @param where time zone of the workspace; asked only if an expression needs it
 */
public record Moment(Instant now, Supplier<ZoneId> where, Rates rates) {

    public static Moment utc(Instant now) {
        return new Moment(now, () -> ZoneOffset.UTC, Rates.NONE);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, where.get());
    }

    ZoneId zone() {
        return where.get();
    }
}
