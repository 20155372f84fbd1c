package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a clause with its meaning.
 *
 * @param value what the list of words says, a role, a name
 * @param bounds of a range; a number alone has none
 * @param number of a quantity
 * @param unit of a quantity or range
 */
record Chunk(
        Kind kind,
        String value,
        int start,
        int end,
        List<Limit> bounds,
        @Nullable BigDecimal number,
        Unit unit,
        @Nullable String currency) {

    /** One side of a range. */
    record Limit(Compare compare, BigDecimal value) {}

    /** What is counted. */
    enum Unit {
        NONE,
        PERCENT,
        MONEY,
        NET_DAYS,
        DAYS,
        HOURS,
        MONTHS,
        UNITS,
        EMPLOYEES
    }

    static Chunk of(Kind kind, String value, int start, int end) {
        return new Chunk(kind, value, start, end, List.of(), null, Unit.NONE, null);
    }

    static Chunk quantity(BigDecimal number, Unit unit, @Nullable String currency, int start, int end) {
        return new Chunk(Kind.QTY, "", start, end, List.of(), number, unit, currency);
    }

    static Chunk range(List<Limit> bounds, Unit unit, @Nullable String currency, int start, int end) {
        return new Chunk(Kind.RANGE, "", start, end, bounds, null, unit, currency);
    }

    boolean is(Kind... kinds) {
        for (var one : kinds) {
            if (kind == one) {
                return true;
            }
        }
        return false;
    }
}
