package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Compare;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a clause with what it does.
 *
 * @param value what the list of words says, a role, a name
 * @param from its first token
 * @param to the token behind it
 * @param bounds of a range; a number alone has one without a comparison
 */
record Item(
        Tag tag,
        String value,
        int from,
        int to,
        List<Limit> bounds,
        Unit unit,
        @Nullable String currency) {

    /** One side of a range. */
    record Limit(@Nullable Compare compare, BigDecimal value) {}

    /** What is counted. */
    enum Unit {
        NONE,
        PERCENT,
        MONEY,
        NET,
        DAYS,
        HOURS,
        MONTHS,
        UNITS,
        /** A word behind the number that may be a unit. */
        THINGS,
        EMPLOYEES,
        /** A measure that no fact has. */
        OTHER
    }

    static Item of(Tag tag, String value, int from, int to) {
        return new Item(tag, value, from, to, List.of(), Unit.NONE, null);
    }

    static Item number(BigDecimal value, Unit unit, @Nullable String currency, int from, int to) {
        return new Item(Tag.NUMBER, "", from, to, List.of(new Limit(null, value)), unit, currency);
    }

    Item with(Tag other) {
        return new Item(other, value, from, to, bounds, unit, currency);
    }

    Item value(String other, int end) {
        return new Item(tag, other, from, end, bounds, unit, currency);
    }

    boolean is(Tag... tags) {
        for (var one : tags) {
            if (tag == one) {
                return true;
            }
        }
        return false;
    }

    BigDecimal number() {
        return bounds.getFirst().value();
    }
}
