package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a statement asks for. Where the words leave it open, it is not understood. */
final class Judge {

    private final Draft draft;
    private final List<Statement> before;

    private Judge(Draft draft, List<Statement> before) {
        this.draft = draft;
        this.before = before;
    }

    /** Null where the statement asks nothing; the problem of the draft says whether it was understood. */
    static @Nullable Statement of(Draft draft, List<Statement> before) {
        return new Judge(draft, before).judged();
    }

    private @Nullable Statement judged() {
        Actors.in(draft);
        if (onlyExcepts()) {
            return new Statement(draft, null, null, Condition.all(draft.except), false);
        }
        Prices.exactly(draft);
        Context.complete(draft, before);
        if (draft.problem != null) {
            return null;
        }
        var outcome = outcome();
        if (outcome != null) {
            Unused.check(draft, outcome);
        }
        if (outcome == null || draft.problem != null) {
            return null;
        }
        if (!draft.only.isEmpty() && !(outcome instanceof Outcome.Refuse)) {
            draft.main.addAll(draft.only);
        }
        if (!draft.except.isEmpty()) {
            draft.main.add(Condition.not(Condition.all(draft.except)));
        }
        return new Statement(draft, when(), outcome, null, draft.has(Kind.ALSO));
    }

    private Condition when() {
        var bounds = draft.main.stream()
                .filter(one -> one instanceof Condition.Bound
                        || !draft.has(Kind.RANGE)
                        || draft.chunks.stream()
                                        .filter(chunk -> chunk.is(Kind.RANGE))
                                        .count()
                                < 2)
                .filter(one ->
                        !one.facts().contains(Fact.ACTION) && !one.facts().contains(Fact.ACTOR_ROLE))
                .toList();
        long facts =
                bounds.stream().flatMap(one -> one.facts().stream()).distinct().count();
        if (draft.alternatives && facts > 1) {
            var rest = new ArrayList<>(draft.main);
            rest.removeAll(bounds);
            rest.add(Condition.any(bounds));
            return Condition.all(rest);
        }
        return Condition.all(draft.main);
    }

    private boolean onlyExcepts() {
        return draft.main.isEmpty()
                && draft.roles.isEmpty()
                && !draft.except.isEmpty()
                && draft.problem == null
                && !before.isEmpty()
                && draft.exact.isEmpty()
                && draft.fields.isEmpty()
                && draft.exceptRoles.isEmpty()
                && !draft.has(Kind.APPROVE, Kind.ROUTE, Kind.BAN);
    }

    private @Nullable Outcome outcome() {
        if (!draft.fields.isEmpty()) {
            return missing();
        }
        boolean role = !draft.roles.isEmpty() || !draft.exceptRoles.isEmpty();
        boolean agreed = role && draft.has(Kind.FILL) && draft.has(Kind.ONLY, Kind.WITHOUT, Kind.UNLESS);
        boolean signs = role && draft.acts.contains("sign") && !draft.has(Kind.ROUTE, Kind.NEG, Kind.BAN);
        boolean approves = draft.has(Kind.APPROVE, Kind.CHAIN, Kind.REVIEW) || agreed || signs;
        if (draft.has(Kind.ALONE) && draft.own.contains(Fact.ACTOR_ROLE) && !role && !draft.has(Kind.NEG, Kind.BAN)) {
            return draft.main.size() > 1 ? new Outcome.Allow() : unclear("What is free is not said.");
        }
        boolean needs = draft.has(Kind.NEED) && role && !draft.has(Kind.ROUTE);
        if (draft.has(Kind.DENY)) {
            return role ? unclear("Who is free to do it is not clear.") : new Outcome.Allow();
        }
        if (approves || needs || draft.has(Kind.WITHOUT) && role) {
            return approval(role);
        }
        boolean bare = draft.has(Kind.WITHOUT)
                && !role
                && !draft.has(Kind.NEG)
                && draft.nouns.contains(Fact.DISCOUNT_PERCENT)
                && !draft.own.contains(Fact.DISCOUNT_PERCENT);
        if (bare) {
            return refusal();
        }
        if (draft.has(Kind.STANDARD) && draft.exact.size() == 1 && draft.roles.isEmpty() && !draft.has(Kind.NEG, Kind.BAN)) {
            return usual();
        }
        var price = Prices.of(draft, before);
        if (price != null) {
            return price;
        }
        if (draft.has(Kind.BAN) || draft.has(Kind.NEG) || limits()) {
            return refusal();
        }
        return other(role);
    }

    private @Nullable Outcome other(boolean role) {
        if (draft.has(Kind.ROUTE) && role) {
            return route();
        }
        if (role) {
            return inherited();
        }
        if (!draft.only.isEmpty()) {
            return refusal();
        }
        if (caps()) {
            var bound = draft.main.stream()
                    .filter(Condition.Bound.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            draft.main.remove(bound);
            draft.main.add(Condition.not(bound));
            draft.warnings.add(
                    "\"%s\" is read as a limit.".formatted(dev.windrose.context.policy.rule.TellRule.of(bound)));
            return new Outcome.Refuse();
        }
        if (paid()) {
            required();
            draft.warnings.add("What is said of the payment is read as what has to be.");
            return new Outcome.Refuse();
        }
        if (draft.has(Kind.ALLOWED, Kind.ALONE, Kind.MAY)) {
            return draft.main.isEmpty() ? unclear("What is allowed is not said.") : new Outcome.Allow();
        }
        return inherited();
    }

    /** "New customers pay upfront." */
    private boolean paid() {
        return before.isEmpty()
                && draft.own.contains(Fact.PAYMENT)
                && draft.main.size() > 1
                && draft.exact.isEmpty()
                && !draft.has(Kind.MAY, Kind.ALLOWED, Kind.IF, Kind.NEG, Kind.ALONE, Kind.OFF, Kind.FACT, Kind.COLON);
    }

    /** "The standard discount is 10 %": up to there nothing is asked. */
    private Outcome usual() {
        var exact = draft.exact.getFirst();
        draft.main.add(new Condition.Bound(exact.fact(), Compare.UP_TO, exact.value(), exact.currency()));
        draft.own.add(exact.fact());
        draft.warnings.add("What is said to be usual is read as what is free.");
        return new Outcome.Allow();
    }

    /** "Payment terms may be at most 60 days." */
    private boolean caps() {
        var bounds = draft.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .toList();
        boolean bare = before.isEmpty()
                && draft.chunks.stream().noneMatch(chunk -> chunk.is(Kind.IF, Kind.COLON, Kind.ROUTE, Kind.SAME))
                && bounds.size() == 1
                && bounds.getFirst().compare() == Compare.UP_TO;
        return (draft.has(Kind.MAY) || bare)
                && !draft.has(Kind.ALONE, Kind.ALLOWED)
                && bounds.size() == 1
                && !bounds.getFirst().compare().rising()
                && (draft.nouns.contains(bounds.getFirst().fact()) || bare && !draft.acts.isEmpty())
                && !draft.own.contains(Fact.ACTOR_ROLE);
    }

    private @Nullable Outcome unclear(String why) {
        draft.fails(why);
        return null;
    }

    private @Nullable Outcome missing() {
        boolean asks = draft.has(Kind.WITHOUT, Kind.ONLY, Kind.MUST, Kind.NEED, Kind.BEFORE, Kind.UNTIL, Kind.UNLESS)
                || draft.has(Kind.IF) && draft.has(Kind.MAY, Kind.FILL)
                || draft.has(Kind.NEG) && draft.has(Kind.FILL);
        draft.main.addAll(draft.only);
        draft.only.clear();
        boolean stage = draft.main.stream()
                .anyMatch(one ->
                        one.facts().contains(Fact.STAGE_TO) || one.facts().contains(Fact.STAGE_FROM));
        if (!asks || draft.has(Kind.APPROVE, Kind.BAN) || draft.has(Kind.NEG) && draft.has(Kind.NEED)) {
            return unclear("What the fields are needed for is not clear.");
        }
        if (!draft.roles.isEmpty()) {
            return unclear("What the role has to do is not clear.");
        }
        if (stage || draft.has(Kind.ENTER, Kind.ANYSTAGE, Kind.LEAVE, Kind.STAGEWORD) && draft.acts.isEmpty()) {
            if (!stage && !draft.has(Kind.ANYSTAGE)) {
                return unclear("Which stage is meant is not said.");
            }
            draft.main.addFirst(new Condition.OneOf(Fact.ACTION, Set.of("change_stage")));
        } else if (draft.acts.isEmpty()
                && draft.main.stream().noneMatch(one -> one.facts().contains(Fact.ACTION))) {
            return unclear("When the fields have to be filled is not said.");
        }
        boolean permits =
                draft.has(Kind.MAY, Kind.ALLOWED) && draft.has(Kind.WITHOUT) && !draft.has(Kind.NEG, Kind.ONLY);
        if (permits) {
            draft.main.add(Condition.not(Condition.all(
                    draft.fields.stream().map(Condition.Filled::new).toList())));
            return new Outcome.Allow();
        }
        return new Outcome.Missing(List.copyOf(draft.fields));
    }

    private @Nullable Outcome approval(boolean role) {
        boolean denied = draft.has(Kind.NEG) || draft.has(Kind.BAN);
        boolean without = draft.has(Kind.WITHOUT) || draft.has(Kind.UNLESS) && !draft.exceptRoles.isEmpty();
        if (!role) {
            boolean chain = draft.has(Kind.APPROVE);
            if (denied && !without && chain && draft.verb && !draft.has(Kind.NEED, Kind.MUST)) {
                return refusal();
            }
            if ((denied || without) && chain) {
                return new Outcome.Allow();
            }
            return draft.has(Kind.SAME) || !draft.main.isEmpty() && chain
                    ? inheritedBy()
                    : unclear("Who approves is not said.");
        }
        if (denied != without && !(draft.has(Kind.BAN) && without)) {
            return denied && draft.has(Kind.NEED, Kind.MUST)
                    ? new Outcome.Allow()
                    : unclear("Whether approval is needed is not clear.");
        }
        if (draft.has(Kind.REVIEW) && !draft.has(Kind.APPROVE)) {
            draft.warnings.add("A review is read as an approval.");
        }
        var by = new LinkedHashSet<>(draft.roles);
        by.addAll(draft.exceptRoles);
        anyOf();
        if (draft.main.isEmpty() && draft.except.isEmpty()) {
            return unclear("When approval is needed is not said.");
        }
        if (!draft.exact.isEmpty()) {
            return unclear("What the number stands for is not clear.");
        }
        return new Outcome.Approval(List.copyOf(by), draft.ordered);
    }

    private @Nullable Outcome inheritedBy() {
        var last = before.isEmpty() ? null : before.getLast().then();
        return last instanceof Outcome.Approval ? last : unclear("Who approves is not said.");
    }

    /** A discount that is named without a number is any discount. */
    private void anyOf() {
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
    private boolean limits() {
        return draft.has(Kind.LIMIT, Kind.ONLY, Kind.LEAST) && draft.exact.size() == 1
                || (draft.has(Kind.MUST) || before.isEmpty() && !draft.has(Kind.IF, Kind.MAY, Kind.ALLOWED, Kind.WITHOUT))
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

    private @Nullable Outcome refusal() {
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
    private void required() {
        int must = draft.index(Kind.MUST, 0);
        var payments = draft.main.stream()
                .filter(one -> one.facts().contains(Fact.PAYMENT))
                .toList();
        if (payments.size() == 1 && (must >= 0 && draft.main.stream().noneMatch(Condition.Bound.class::isInstance) || paid())) {
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

    private @Nullable Outcome route() {
        if (draft.has(Kind.NEG, Kind.BAN, Kind.ONLY) || draft.roles.size() != 1) {
            return unclear("Who gets it is not clear.");
        }
        if (draft.main.isEmpty()) {
            return unclear("What goes there is not said.");
        }
        return draft.exact.isEmpty()
                ? new Outcome.Route(draft.roles.getFirst())
                : unclear("What the number stands for is not clear.");
    }

    /** The verb stands in the statement before. */
    private @Nullable Outcome inherited() {
        var last = before.isEmpty() ? null : before.getLast().then();
        boolean repeats = draft.has(Kind.SAME)
                || draft.roles.isEmpty()
                        && !draft.main.isEmpty()
                        && draft.exact.isEmpty()
                        && last != null
                        && draft.has(Kind.ELSE, Kind.RANGE, Kind.REL);
        boolean listed = last == null
                && !draft.main.isEmpty()
                && !draft.roles.isEmpty()
                && draft.exact.isEmpty()
                && draft.has(Kind.COLON);
        if (listed) {
            draft.warnings.add("What %s has to do is not said; it is taken from what the clause is about."
                    .formatted(draft.roles.getFirst().replace('_', ' ')));
            boolean routes = draft.acts.contains("create_lead") || draft.has(Kind.SUBJECT);
            return routes && draft.roles.size() == 1
                    ? new Outcome.Route(draft.roles.getFirst())
                    : new Outcome.Approval(draft.roles, draft.ordered);
        }
        if (last == null || draft.main.isEmpty()) {
            return draft.roles.isEmpty() ? null : unclear("What the role has to do is not said.");
        }
        return switch (last) {
            case Outcome.Approval approval
            when !draft.roles.isEmpty() -> new Outcome.Approval(draft.roles, draft.ordered);
            case Outcome.Allow _
            when !draft.roles.isEmpty() && draft.has(Kind.COLON) -> new Outcome.Approval(draft.roles, draft.ordered);
            case Outcome.Route _ when draft.roles.size() == 1 -> new Outcome.Route(draft.roles.getFirst());
            default ->
                repeats && draft.roles.isEmpty()
                        ? Objects.requireNonNull(last)
                        : draft.roles.isEmpty() ? null : unclear("What the role has to do is not said.");
        };
    }
}
