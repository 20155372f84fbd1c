package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
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
    private final Limits limits;

    private Judge(Draft draft, List<Statement> before) {
        this.draft = draft;
        this.before = before;
        this.limits = new Limits(draft, before);
    }

    /** Null where the statement asks nothing; the problem of the draft says whether it was understood. */
    static @Nullable Statement of(Draft draft, List<Statement> before) {
        return new Judge(draft, before).judged();
    }

    private @Nullable Statement judged() {
        Actors.in(draft);
        if (draft.has(Kind.WAIVE)) {
            return waived();
        }
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

    /** "For renewals this is not required." */
    private @Nullable Statement waived() {
        boolean clear = !draft.main.isEmpty()
                && draft.problem == null
                && !before.isEmpty()
                && draft.roles.isEmpty()
                && draft.fields.isEmpty()
                && draft.exact.isEmpty();
        if (!clear) {
            draft.fails("What is not needed is not clear.");
            return null;
        }
        return new Statement(draft, null, null, Condition.all(draft.main), false);
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
            return new Fields(draft, before).missing();
        }
        boolean role = !draft.roles.isEmpty() || !draft.exceptRoles.isEmpty();
        boolean agreed = role && draft.has(Kind.FILL) && draft.has(Kind.ONLY, Kind.WITHOUT, Kind.UNLESS);
        boolean signs = role && draft.acts.contains("sign") && !draft.has(Kind.ROUTE, Kind.NEG, Kind.BAN);
        boolean approves = draft.has(Kind.APPROVE, Kind.CHAIN, Kind.REVIEW) || agreed || signs;
        if (draft.has(Kind.ALONE) && draft.own.contains(Fact.ACTOR_ROLE) && !role && !draft.has(Kind.NEG, Kind.BAN)) {
            return alone();
        }
        boolean needs = draft.has(Kind.NEED) && role && !draft.has(Kind.ROUTE);
        if (draft.has(Kind.DENY)) {
            return denied(role);
        }
        if (approves || needs || draft.has(Kind.WITHOUT) && role) {
            return approval(role);
        }
        return unapproved(role);
    }

    /** Where nobody has to approve. */
    private @Nullable Outcome unapproved(boolean role) {
        boolean bare = draft.has(Kind.WITHOUT)
                && !role
                && !draft.has(Kind.NEG)
                && draft.nouns.contains(Fact.DISCOUNT_PERCENT)
                && !draft.own.contains(Fact.DISCOUNT_PERCENT);
        if (bare) {
            return limits.refusal();
        }
        boolean told = before.isEmpty()
                && draft.exact.size() == 1
                && draft.nouns.contains(draft.exact.getFirst().fact())
                && draft.chunks.stream().allMatch(chunk -> chunk.is(Kind.FACT, Kind.QTY, Kind.GLUE, Kind.COLON));
        if (told
                || draft.has(Kind.STANDARD)
                        && draft.exact.size() == 1
                        && draft.roles.isEmpty()
                        && !draft.has(Kind.NEG, Kind.BAN)) {
            return limits.usual();
        }
        var price = Prices.of(draft, before);
        if (price != null) {
            return price;
        }
        if (draft.has(Kind.BAN) || draft.has(Kind.NEG) || limits.limits()) {
            return limits.refusal();
        }
        return other(role);
    }

    /** "Reps may give up to 10 % on their own." */
    private @Nullable Outcome alone() {
        if (draft.exact.size() == 1) {
            var exact = draft.exact.getFirst();
            draft.main.add(new Condition.Bound(exact.fact(), Compare.UP_TO, exact.value(), exact.currency()));
            draft.warnings.add("A number that somebody may go to is read as up to there.");
        }
        return draft.main.size() > 1 ? new Outcome.Allow() : unclear("What is free is not said.");
    }

    private @Nullable Outcome denied(boolean role) {
        boolean without = draft.has(Kind.NEG)
                && draft.chunks.stream()
                        .anyMatch(chunk -> chunk.is(Kind.DENY)
                                && (chunk.value().startsWith("without")
                                        || chunk.value().startsWith("ohne")));
        if (without) {
            return unclear("Who has to agree is not said.");
        }
        return role ? unclear("Who is free to do it is not clear.") : new Outcome.Allow();
    }

    private @Nullable Outcome other(boolean role) {
        if (draft.has(Kind.ROUTE) && role) {
            return route();
        }
        if (role) {
            return inherited();
        }
        if (!draft.only.isEmpty()) {
            return limits.refusal();
        }
        if (limits.caps()) {
            return limits.capped();
        }
        if (limits.paid()) {
            limits.required();
            draft.warnings.add("What is said of the payment is read as what has to be.");
            return new Outcome.Refuse();
        }
        if (draft.has(Kind.ALLOWED, Kind.ALONE, Kind.MAY)) {
            return draft.main.isEmpty() ? unclear("What is allowed is not said.") : new Outcome.Allow();
        }
        return inherited();
    }

    private @Nullable Outcome unclear(String why) {
        draft.fails(why);
        return null;
    }

    private @Nullable Outcome approval(boolean role) {
        boolean denied = draft.has(Kind.NEG) || draft.has(Kind.BAN);
        boolean without = draft.has(Kind.WITHOUT)
                || draft.has(Kind.UNLESS) && !draft.exceptRoles.isEmpty()
                || draft.has(Kind.NEG) && role && draft.has(Kind.BEFORE, Kind.UNTIL);
        if (!role) {
            return byNobody(denied, without);
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
        limits.anyOf();
        if (draft.main.isEmpty() && draft.except.isEmpty()) {
            return unclear("When approval is needed is not said.");
        }
        if (!draft.exact.isEmpty()) {
            return unclear("What the number stands for is not clear.");
        }
        return lower(by) ? new Outcome.Allow() : new Outcome.Approval(List.copyOf(by), draft.ordered);
    }

    private @Nullable Outcome byNobody(boolean denied, boolean without) {
        boolean chain = draft.has(Kind.APPROVE);
        if (denied && !without && chain && draft.verb && !draft.has(Kind.NEED, Kind.MUST)) {
            return limits.refusal();
        }
        if ((denied || without) && chain) {
            return new Outcome.Allow();
        }
        return draft.has(Kind.SAME) || !draft.main.isEmpty() && chain
                ? inheritedBy()
                : unclear("Who approves is not said.");
    }

    /** What those who usually ask decide themselves. What somebody may approve is doubtful. */
    private boolean lower(Set<String> by) {
        boolean low = draft.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .allMatch(bound -> !bound.compare().rising());
        boolean bounds = draft.main.stream().anyMatch(Condition.Bound.class::isInstance);
        if (low && bounds && by.stream().allMatch(Actors::acts)) {
            draft.warnings.add("What those who usually ask decide is read as free.");
            return true;
        }
        if (low && bounds && draft.has(Kind.MAY)) {
            draft.warnings.add("What somebody may approve is read as what needs their approval.");
        } else if (low && bounds && draft.has(Kind.ALLOWED)) {
            draft.warnings.add("What goes further is not prohibited by this.");
        }
        if (by.stream().allMatch(Actors::acts)) {
            draft.warnings.add("Those who usually ask are read as those who approve.");
        }
        return false;
    }

    private @Nullable Outcome inheritedBy() {
        var last = before.isEmpty() ? null : before.getLast().then();
        return last instanceof Outcome.Approval ? last : unclear("Who approves is not said.");
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
