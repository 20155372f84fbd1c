package dev.windrose.llm.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text: digits, words, or both with a magnitude.
 *
 * @param bare the number without its last magnitude
 * @param scale the magnitude as written, folded; null where there is none
 * @param inWords written without a digit
 */
record NumberPhrase(
        Span span,
        BigDecimal value,
        BigDecimal bare,
        @Nullable String scale,
        boolean inWords) {}
