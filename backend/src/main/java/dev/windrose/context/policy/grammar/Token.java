package dev.windrose.context.policy.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A word, a number or a mark.
 *
 * @param word folded
 * @param value of a number
 * @param currency of an amount of money
 */
public record Token(
        int start,
        int end,
        String raw,
        String word,
        @Nullable BigDecimal value,
        @Nullable String currency) {

    public boolean number() {
        return value != null;
    }

    public boolean letters() {
        return value == null && Character.isLetter(word.charAt(0));
    }

    public boolean capital() {
        return letters() && Character.isUpperCase(raw.charAt(0));
    }
}
