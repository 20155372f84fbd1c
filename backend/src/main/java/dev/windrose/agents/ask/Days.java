package dev.windrose.agents.ask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last, both included; open at a side that is null.
 *
 * @param told as the question says it
 */
record Days(@Nullable LocalDate first, @Nullable LocalDate last, String told) {

    boolean holds(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** Lies wholly after the day. */
    boolean ahead(LocalDate today) {
        return first != null && first.isAfter(today) || first == null && last != null && last.isAfter(today);
    }
}
