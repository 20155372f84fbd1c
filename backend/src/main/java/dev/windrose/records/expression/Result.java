package dev.windrose.records.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gave.
 *
 * @param value null for nothing
 * @param reason why there is no value, where more than an empty field is the cause
 */
public record Result(@Nullable Object value, @Nullable String reason) {

    public static Result of(@Nullable Object value) {
        return new Result(value, null);
    }

    public static Result because(String reason) {
        return new Result(null, reason);
    }

    /** A number as fields keep it. */
    public static Result kept(BigDecimal number) {
        var kept = Numbers.kept(number);
        return kept == null ? because("The number is too large.") : of(kept);
    }
}
