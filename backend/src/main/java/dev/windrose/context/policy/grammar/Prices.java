package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Floors and percentages. */
final class Prices {

    private Prices() {}

    static @Nullable Outcome of(Draft draft, List<Statement> before) {
        var floor = floor(draft, before);
        if (floor != null) {
            return floor;
        }
        if (draft.has(Kind.LIMIT, Kind.LEAST) || !draft.roles.isEmpty() || draft.has(Kind.NEG, Kind.BAN)) {
            return null;
        }
        if (draft.has(Kind.FULL) && draft.exact.isEmpty()) {
            return full(draft, before);
        }
        if (draft.exact.size() == 1 && draft.exact.getFirst().fact() == Fact.DISCOUNT_PERCENT && draft.only.isEmpty()) {
            return draft.main.isEmpty()
                    ? unclear(draft, "What the percentage is for is not said.")
                    : new Outcome.PercentOff(draft.exact.getFirst().value());
        }
        return null;
    }

    /** "at list price only" is said of what is never cheaper. */
    private static @Nullable Outcome full(Draft draft, List<Statement> before) {
        if (draft.has(Kind.ONLY) && draft.main.isEmpty() && draft.only.isEmpty()) {
            return unclear(draft, "What is sold at list price is not said.");
        }
        if (draft.has(Kind.ONLY)) {
            draft.main.addAll(draft.only);
            draft.only.clear();
            draft.main.add(new Condition.Bound(Fact.DISCOUNT_PERCENT, Compare.ABOVE, BigDecimal.ZERO, null));
            draft.own.add(Fact.DISCOUNT_PERCENT);
            return new Outcome.Refuse();
        }
        if (before.isEmpty()) {
            draft.warnings.add("It is read as what is free, not as a prohibition of discounts.");
        }
        return new Outcome.Allow();
    }

    private static @Nullable Outcome floor(Draft draft, List<Statement> before) {
        var exact = draft.exact.stream()
                .filter(one -> one.fact() == Fact.UNIT_PRICE)
                .toList();
        var bound = draft.main.stream()
                .filter(one -> one instanceof Condition.Bound found && found.fact() == Fact.UNIT_PRICE)
                .map(Condition.Bound.class::cast)
                .toList();
        boolean inherits = !before.isEmpty() && before.getLast().then() instanceof Outcome.Floor;
        if (exact.size() == 1
                && bound.isEmpty()
                && (draft.has(Kind.FLOOR, Kind.LEAST) || inherits)
                && !draft.has(Kind.NEG)) {
            return floor(draft, exact.getFirst().value(), exact.getFirst().currency());
        }
        if (bound.size() != 1 || !exact.isEmpty() || !draft.roles.isEmpty()) {
            return null;
        }
        boolean denied = draft.has(Kind.NEG, Kind.BAN);
        var only = bound.getFirst();
        if (denied ? only.compare() == Compare.BELOW : only.compare() == Compare.FROM) {
            draft.main.remove(only);
            return floor(draft, only.value(), only.currency());
        }
        return null;
    }

    private static Outcome floor(Draft draft, BigDecimal price, @Nullable String currency) {
        draft.main.add(new Condition.Bound(Fact.UNIT_PRICE, Compare.BELOW, price, currency));
        return new Outcome.Floor(price, currency);
    }

    /** "contracts of 24 months": a number that is neither a price nor a percentage has to be met. */
    static void exactly(Draft draft) {
        if (draft.has(Kind.LIMIT, Kind.ONLY, Kind.LEAST)) {
            return;
        }
        for (var exact : List.copyOf(draft.exact)) {
            if (exact.fact() == Fact.HOURS_WAITING) {
                draft.exact.remove(exact);
                draft.main.add(new Condition.Bound(exact.fact(), Compare.FROM, exact.value(), null));
                draft.own.add(exact.fact());
                draft.warnings.add("The time of waiting is read as so long or longer.");
                continue;
            }
            if (exact.fact() == Fact.CONTRACT_MONTHS
                    || exact.fact() == Fact.NET_TERMS_DAYS && !draft.has(Kind.STANDARD)
                    || exact.fact() == Fact.QUANTITY
                    || exact.fact() == Fact.AMOUNT && draft.exact.size() > 1) {
                draft.exact.remove(exact);
                draft.main.add(new Condition.Bound(exact.fact(), Compare.FROM, exact.value(), exact.currency()));
                draft.main.add(new Condition.Bound(exact.fact(), Compare.UP_TO, exact.value(), exact.currency()));
                draft.own.add(exact.fact());
                draft.warnings.add("%s is read as exactly %s."
                        .formatted(exact.fact().label(), exact.value().toPlainString()));
            }
        }
    }

    private static @Nullable Outcome unclear(Draft draft, String why) {
        draft.fails(why);
        return null;
    }
}
