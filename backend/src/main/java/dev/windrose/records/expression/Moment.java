package dev.windrose.records.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When and where an expression is evaluated. */
public record Moment(Instant now, ZoneId zone, Rates rates) {

    public static Moment utc(Instant now) {
        return new Moment(now, ZoneOffset.UTC, Rates.NONE);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
