package dev.windrose.context.amend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a colleague about what holds in the company.
 *
 * @param text the sentence, with blanks where the day stands from which it holds
 * @param weight how surely it is about our own rules
 * @param from the day from which it holds, where one is said
 */
public record Stated(String text, Weight weight, @Nullable LocalDate from) {

    /** How surely a sentence is about our own rules. */
    public enum Weight {
        /** Says so: "new rule", "make that our policy", "change our headline". */
        ORDERED,
        /** Speaks of us and of a change: "our limit is now", "we no longer". */
        OURS,
        /** Might be said of anything: it counts only where an entry says nearly the same. */
        PLAIN
    }
}
