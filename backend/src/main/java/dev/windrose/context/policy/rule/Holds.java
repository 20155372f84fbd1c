package dev.windrose.context.policy.rule;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Whether the condition of a rule holds where every fact is known. */
public interface Holds {

    /**
     * @param surely whatever the amounts in another currency would be
     * @param blockedBy amounts that cannot be compared
     */
    record Truth(boolean surely, boolean possibly, Set<String> blockedBy) {

        static Truth of(boolean value) {
            return new Truth(value, value, Set.of());
        }

        Truth with(Truth other, BinaryOperator<Boolean> join) {
            var blocked = new TreeSet<>(blockedBy);
            blocked.addAll(other.blockedBy);
            return new Truth(join.apply(surely, other.surely), join.apply(possibly, other.possibly), blocked);
        }
    }

    Holds BY_CONDITION = (rule, world) -> of(rule.when(), world);

    Truth in(ClauseRule rule, Facts world);

    static Truth of(Condition condition, Facts world) {
        return switch (condition) {
            case Condition.All(var parts) -> {
                var truth = Truth.of(true);
                for (var part : parts) {
                    truth = truth.with(of(part, world), Boolean::logicalAnd);
                }
                yield truth;
            }
            case Condition.Any(var parts) -> {
                var truth = Truth.of(false);
                for (var part : parts) {
                    truth = truth.with(of(part, world), Boolean::logicalOr);
                }
                yield truth;
            }
            case Condition.Not(var part) -> {
                var truth = of(part, world);
                yield new Truth(!truth.possibly(), !truth.surely(), truth.blockedBy());
            }
            case Condition.Bound bound -> bound(bound, world);
            case Condition.OneOf one -> Truth.of(oneOf(one, world));
            case Condition.Filled(var field) -> {
                var filled = world.filled();
                yield Truth.of(filled != null && filled.contains(field));
            }
        };
    }

    private static boolean oneOf(Condition.OneOf one, Facts world) {
        var value = world.text(one.fact());
        return value != null
                && one.values().stream()
                        .anyMatch(other -> Facts.same(one.fact(), other).equals(Facts.same(one.fact(), value)));
    }

    private static Truth bound(Condition.Bound bound, Facts world) {
        var value = world.number(bound.fact());
        if (value == null) {
            return Truth.of(false);
        }
        if (bound.currency() != null) {
            var currency = world.text(Fact.CURRENCY);
            if (currency == null || !bound.currency().equals(currency.toUpperCase(Locale.ROOT))) {
                return new Truth(false, true, Set.of(bound.fact().key()));
            }
        }
        return Truth.of(bound.compare().holds(value, bound.value()));
    }
}
