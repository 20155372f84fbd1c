package dev.windrose.records.expression;

import org.jspecify.annotations.Nullable;

/**
 * What an expression gave.
 *
 * @param value null for nothing
 * @param reason why there is no value, where more than an empty field is the cause
 */
public record Result(@Nullable Object value, @Nullable String reason) {

    static Result of(@Nullable Object value) {
        return new Result(value, null);
    }

    static Result because(String reason) {
        return new Result(null, reason);
    }
}
