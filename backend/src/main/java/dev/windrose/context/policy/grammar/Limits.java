package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far something may go, and what is prohibited. */
final class Limits {

    private final Draft draft;
    private final List<Statement> before;

    Limits(Draft draft, List<Statement> before) {
        this.draft = draft;
        this.before = before;
    }

    /** "New customers pay upfront." */
    boolean paid() {
        return draft.own.contains(Fact.PAYMENT)
                && draft.main.size() > 1
                && draft.exact.isEmpty()
                && !draft.has(Kind.MAY, Kind.ALLOWED, Kind.IF, Kind.NEG, Kind.ALONE, Kind.OFF, Kind.FACT, Kind.COLON);
    }

    /** "The standard discount is 10 %": up to there nothing is asked. */
    Outcome usual() {
        var exact = draft.exact.getFirst();
        draft.main.add(new Condition.Bound(exact.fact(), Compare.UP_TO, exact.value(), exact.currency()));
        draft.own.add(exact.fact());
        draft.warnings.add("What is said to be usual is read as what is free.");
        return new Outcome.Allow();
    }

    Outcome capped() {
        var bound = draft.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .findFirst()
                .orElseThrow();
        draft.main.remove(bound);
        draft.main.add(Condition.not(bound));
        draft.capped = true;
        draft.warnings.add("\"%s\" is read as a limit.".formatted(dev.windrose.context.policy.rule.TellRule.of(bound)));
        return new Outcome.Refuse();
    }

    /** "Payment terms may be at most 60 days." */
    boolean caps() {
        var bounds = draft.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .toList();
        boolean bare = before.isEmpty()
                && draft.chunks.stream().noneMatch(chunk -> chunk.is(Kind.IF, Kind.COLON, Kind.ROUTE, Kind.SAME))
                && bounds.size() == 1
                && bounds.getFirst().compare() == Compare.UP_TO;
        boolean again = !before.isEmpty()
                && before.getLast().draft().capped
                && bounds.size() == 1
                && bounds.getFirst().compare() == Compare.UP_TO;
        return (draft.has(Kind.MAY) || bare || again)
                && !draft.has(Kind.ALONE, Kind.ALLOWED)
                && bounds.size() == 1
                && !bounds.getFirst().compare().rising()
                && (draft.nouns.contains(bounds.getFirst().fact())
                        || again
                        || bare
                                && (!draft.acts.isEmpty()
                                        || bounds.getFirst().fact().equals(Fact.NET_TERMS_DAYS)))
                && !draft.own.contains(Fact.ACTOR_ROLE);
    }

    /** A discount that is named without a number is any discount. */
    void anyOf() {
        boolean others = draft.main.stream().anyMatch(Condition.Bound.class::isInstance);
        if (others && draft.nouns.contains(Fact.DISCOUNT_PERCENT) && !draft.own.contains(Fact.DISCOUNT_PERCENT)) {
            draft.warnings.add("Any discount is taken to be meant.");
        }
        if (draft.nouns.contains(Fact.DISCOUNT_PERCENT) && !draft.own.contains(Fact.DISCOUNT_PERCENT)) {
            draft.main.add(new Condition.Bound(Fact.DISCOUNT_PERCENT, Compare.ABOVE, BigDecimal.ZERO, null));
            draft.own.add(Fact.DISCOUNT_PERCENT);
        }
    }

    /** Says how far something may go. */
    boolean limits() {
        return draft.has(Kind.LIMIT, Kind.ONLY, Kind.LEAST) && draft.exact.size() == 1
                || (draft.has(Kind.MUST)
                                || before.isEmpty() && !draft.has(Kind.IF, Kind.MAY, Kind.ALLOWED, Kind.WITHOUT))
                        && draft.has(Kind.STORED)
                        && draft.has(Kind.DATA)
                || draft.has(Kind.MUST)
                        && draft.roles.isEmpty()
                        && draft.own.contains(Fact.PAYMENT)
                        && draft.main.size() > 1
                || draft.has(Kind.MUST)
                        && draft.roles.isEmpty()
                        && draft.main.stream().anyMatch(Condition.Bound.class::isInstance);
    }

    @Nullable
    Outcome refusal() {
        if (draft.has(Kind.NEG) && draft.has(Kind.BAN)
                || draft.has(Kind.WITHOUT) && draft.has(Kind.NEG) && draft.except.isEmpty()
                || !draft.roles.isEmpty()) {
            return unclear("Whether it is prohibited is not clear.");
        }
        if (draft.exact.size() == 1 && draft.has(Kind.LEAST) && !draft.has(Kind.LIMIT, Kind.NEG, Kind.BAN)) {
            var exact = draft.exact.getFirst();
            draft.main.add(new Condition.Bound(exact.fact(), Compare.BELOW, exact.value(), exact.currency()));
            return new Outcome.Refuse();
        }
        if (draft.exact.size() == 1 && draft.has(Kind.LIMIT, Kind.ONLY) && !draft.has(Kind.BAN)) {
            var exact = draft.exact.getFirst();
            draft.main.add(new Condition.Bound(exact.fact(), Compare.ABOVE, exact.value(), exact.currency()));
            return new Outcome.Refuse();
        }
        if (!draft.exact.isEmpty()) {
            return unclear("What the number stands for is not clear.");
        }
        var told = draft.main.stream().flatMap(one -> one.facts().stream()).toList();
        if (draft.only.stream().flatMap(one -> one.facts().stream()).anyMatch(told::contains)) {
            return unclear("What alone is allowed is not clear.");
        }
        if (!draft.only.isEmpty()) {
            draft.main.add(Condition.not(Condition.all(draft.only)));
        } else if (!draft.has(Kind.NEG, Kind.BAN, Kind.WITHOUT)) {
            required();
        }
        anyOf();
        return draft.main.isEmpty() || draft.problem != null
                ? unclear("What is prohibited is not said.")
                : new Outcome.Refuse();
    }

    /** "must run for at least twelve months" prohibits what is shorter. */
    void required() {
        int must = draft.index(Kind.MUST, 0);
        var payments = draft.main.stream()
                .filter(one -> one.facts().contains(Fact.PAYMENT))
                .toList();
        if (payments.size() == 1
                && (must >= 0 && draft.main.stream().noneMatch(Condition.Bound.class::isInstance) || paid())) {
            draft.main.remove(payments.getFirst());
            draft.main.add(Condition.not(payments.getFirst()));
            return;
        }
        var places = draft.main.stream()
                .filter(one -> one.facts().contains(Fact.DATA_LOCATION))
                .toList();
        if (draft.has(Kind.STORED) && places.size() == 1) {
            if (must < 0) {
                draft.warnings.add("What is said of the place of data is read as what has to be.");
            }
            draft.main.remove(places.getFirst());
            draft.main.add(Condition.not(places.getFirst()));
            return;
        }
        int range = draft.index(Kind.RANGE, Math.max(must, 0));
        var bounds =
                draft.main.stream().filter(Condition.Bound.class::isInstance).toList();
        if (must < 0 || range < 0 || bounds.size() != 1) {
            draft.fails("What has to be is not clear.");
            return;
        }
        draft.main.remove(bounds.getFirst());
        draft.main.add(Condition.not(bounds.getFirst()));
    }

    private @Nullable Outcome unclear(String why) {
        draft.fails(why);
        return null;
    }
}
