package dev.windrose.llm.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in a text.
 *
 * @param currency ISO 4217, null where the text leaves it open
 * @param range one end of a range, so no number to write
 */
public record Money(Span span, BigDecimal amount, @Nullable String currency, boolean range) {}
