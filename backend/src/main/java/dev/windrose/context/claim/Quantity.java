package dev.windrose.context.claim;

import dev.windrose.llm.language.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number with what it counts.
 *
 * @param low the number in the base unit of its dimension; the lower end of a range
 * @param high equal to {@code low} but for a range
 * @param dimension "time", "percent", "money:USD", "volume"; of a plain count "count"; of "DN 15" its sign
 * @param nouns stems right behind a plain count, and the unit as written where the dimension is not known
 * @param rate dimension and size of what it is counted by: "a month", "a point"; null where it is counted once
 * @param weak "one" and the like, which is more often an article than a number
 */
public record Quantity(
        Span span,
        double low,
        double high,
        Bound bound,
        boolean about,
        String dimension,
        Set<String> nouns,
        @Nullable String rate,
        boolean weak) {

    /** How a number is meant. */
    public enum Bound {
        EXACT,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        LESS_THAN
    }

    public boolean range() {
        return high > low;
    }

    boolean upper() {
        return bound == Bound.AT_MOST || bound == Bound.LESS_THAN;
    }

    boolean lower() {
        return bound == Bound.AT_LEAST || bound == Bound.MORE_THAN;
    }

    boolean counts() {
        return dimension.equals("count");
    }

    Quantity with(double newLow, double newHigh, Span newSpan) {
        return new Quantity(newSpan, newLow, newHigh, bound, about, dimension, nouns, rate, weak);
    }

    Quantity counting(Set<String> newNouns) {
        return new Quantity(span, low, high, bound, about, dimension, newNouns, rate, weak);
    }

    Quantity within(Bound newBound) {
        return new Quantity(span, low, high, newBound, about, dimension, nouns, rate, weak);
    }
}
