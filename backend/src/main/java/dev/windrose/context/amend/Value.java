package dev.windrose.context.amend;

import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something in a sentence that can be another one: a number with its unit, a time of day, a weekday, or who.
 *
 * @param span of the number alone, or of the whole
 * @param whole with its unit or article
 * @param text the words of the span
 * @param size in the base unit of its dimension; 0 for what is no number
 * @param plain the number as it is written; null for what is no number
 * @param dimension what it can be compared with
 * @param rate what it is counted by, as in "a month"
 * @param nouns what a plain count counts
 * @param former whether it is said to hold no longer
 */
record Value(
        Span span,
        Span whole,
        String text,
        double size,
        @Nullable BigDecimal plain,
        String dimension,
        @Nullable String rate,
        Set<String> nouns,
        boolean former) {

    static final String WHO = "who";
    static final String CLOCK = "clock";
    static final String WEEKDAY = "weekday";

    boolean who() {
        return dimension.equals(WHO);
    }

    boolean counts() {
        return dimension.equals("count");
    }

    /** Whether one can stand in the place of the other. */
    boolean fits(Value other) {
        return dimension.equals(other.dimension)
                && (!counts() || nouns.isEmpty() || other.nouns.isEmpty() || shares(other.nouns));
    }

    boolean same(Value other) {
        if (!fits(other)) {
            return false;
        }
        if (who()) {
            return Who.same(text, other.text);
        }
        return dimension.equals(WEEKDAY) ? text.equalsIgnoreCase(other.text) : Math.abs(size - other.size) < 1e-6;
    }

    Value asFormer() {
        return new Value(span, whole, text, size, plain, dimension, rate, nouns, true);
    }

    private boolean shares(Set<String> others) {
        return nouns.stream().anyMatch(others::contains);
    }
}
