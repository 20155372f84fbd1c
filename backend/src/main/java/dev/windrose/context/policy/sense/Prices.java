package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Floors and percentages. */
final class Prices {

    private final Statement statement;
    private final @Nullable Outcome last;
    private final boolean priced;

    private Prices(Statement statement, @Nullable Outcome last, boolean priced) {
        this.statement = statement;
        this.last = last;
        this.priced = priced;
    }

    /** Null where it is about no price. */
    static @Nullable Outcome of(Statement statement, @Nullable Outcome last, boolean priced) {
        return new Prices(statement, last, priced).price();
    }

    private @Nullable Outcome price() {
        boolean floors = statement.has(Tag.FLOOR)
                || statement.nouns.contains(Fact.UNIT_PRICE)
                || statement.has(Tag.COST)
                || last instanceof Outcome.Floor;
        if (floors && statement.roles.isEmpty() && !statement.has(Tag.OFF, Tag.APPROVE, Tag.ROUTE)) {
            var floor = floor();
            if (floor != null) {
                return floor;
            }
        }
        var percent = statement.exact.stream()
                .filter(one -> one.fact() == Fact.DISCOUNT_PERCENT)
                .toList();
        boolean off = statement.has(Tag.OFF, Tag.GIVE)
                || statement.nouns.contains(Fact.DISCOUNT_PERCENT)
                || last instanceof Outcome.PercentOff;
        boolean plain = statement.roles.isEmpty()
                && !statement.has(Tag.LIMIT, Tag.NOT, Tag.BAN, Tag.MAY, Tag.FREE, Tag.APPROVE);
        if (percent.size() == 1 && off && plain && !statement.main.isEmpty()) {
            return new Outcome.PercentOff(percent.getFirst().value());
        }
        boolean full = statement.has(Tag.FULL)
                || statement.nouns.contains(Fact.LIST_PRICE)
                        && !statement.facts().contains(Fact.LIST_PRICE);
        boolean none =
                priced && (full || statement.has(Tag.NOT)) && statement.exact.isEmpty() && statement.roles.isEmpty();
        return none ? new Outcome.Allow() : null;
    }

    private @Nullable Outcome floor() {
        var exact = statement.exact.stream()
                .filter(one -> one.fact() == Fact.UNIT_PRICE)
                .toList();
        var bounds = statement.main.stream()
                .filter(one -> one instanceof Condition.Bound found && found.fact() == Fact.UNIT_PRICE)
                .map(Condition.Bound.class::cast)
                .toList();
        boolean least = statement.has(Tag.FLOOR) || last instanceof Outcome.Floor;
        if (exact.size() == 1 && bounds.isEmpty() && least) {
            return floor(exact.getFirst().value(), exact.getFirst().currency());
        }
        if (bounds.size() == 1 && exact.isEmpty()) {
            var bound = bounds.getFirst();
            boolean from = bound.compare() == Compare.FROM;
            boolean below = bound.compare() == Compare.BELOW && statement.has(Tag.NOT, Tag.BAN);
            if (from && !statement.has(Tag.IF) || below) {
                statement.main.remove(bound);
                return floor(bound.value(), bound.currency());
            }
        }
        return null;
    }

    private Outcome floor(BigDecimal price, @Nullable String currency) {
        statement.main.add(new Condition.Bound(Fact.UNIT_PRICE, Compare.BELOW, price, currency));
        return new Outcome.Floor(price, currency);
    }
}
