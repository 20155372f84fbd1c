package dev.windrose.context.tree;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the first day to the last, both included; an end that is not there is open. */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Days of(Map<String, Object> values) {
        return new Days((LocalDate) values.get("effective_from"), (LocalDate) values.get("effective_to"));
    }

    boolean meet(Days other) {
        return notAfter(from, other.to) && notAfter(other.from, to);
    }

    boolean hold(LocalDate day) {
        return notAfter(from, day) && notAfter(day, to);
    }

    private static boolean notAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null || !one.isAfter(other);
    }
}
