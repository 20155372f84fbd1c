package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a statement takes from those before it: "below that", "everyone else", and what it leaves unsaid. */
final class Context {

    private static final Set<Fact> PLACES = Set.of(Fact.COUNTRY, Fact.REGION, Fact.DATA_LOCATION);
    private static final Set<Fact> SHARED = Set.of(Fact.ACTION, Fact.IS_RENEWAL, Fact.IS_NEW_CUSTOMER);

    private final Draft draft;
    private final List<Statement> before;

    private Context(Draft draft, List<Statement> before) {
        this.draft = draft;
        this.before = before.stream().filter(one -> one.when() != null).toList();
    }

    /** Adds to the conditions of the draft what it inherits. */
    static void complete(Draft draft, List<Statement> before) {
        var context = new Context(draft, before);
        if (draft.rel != null) {
            context.related();
        }
        if (draft.other != null) {
            context.others();
        } else if (!context.before.isEmpty()) {
            context.inherit();
        }
    }

    private void related() {
        boolean above = "ABOVE".equals(draft.rel);
        if (draft.has(Kind.LIMIT) && draft.exact.size() == 1 && above) {
            var exact = draft.exact.removeFirst();
            put(new Condition.Bound(exact.fact(), Compare.ABOVE, exact.value(), exact.currency()));
            return;
        }
        if (before.isEmpty()) {
            draft.fails("What it is compared with is not said.");
            return;
        }
        var bounds = leaves(before.getLast());
        var upper = bounds.stream().filter(one -> !one.compare().rising()).toList();
        var lower = bounds.stream().filter(one -> one.compare().rising()).toList();
        var chosen = above ? upper : lower;
        if (chosen.size() == 1) {
            var bound = chosen.getFirst();
            put(new Condition.Bound(bound.fact(), bound.compare().denied(), bound.value(), bound.currency()));
        } else {
            draft.fails("What it is compared with is not clear.");
        }
    }

    private void put(Condition.Bound bound) {
        draft.main.add(bound);
        draft.own.add(bound.fact());
    }

    private static List<Condition.Bound> leaves(Statement statement) {
        return parts(statement).stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .toList();
    }

    /** All that the statements before do not speak of, in what they tell apart. */
    private void others() {
        var told = told();
        var found = new ArrayList<Condition>();
        for (var statement : before) {
            var selectors = parts(statement).stream()
                    .filter(part -> part.facts().stream().allMatch(fact -> selects(fact, told)))
                    .toList();
            if (!selectors.isEmpty()) {
                found.add(Condition.not(Condition.all(selectors)));
            }
        }
        if (found.isEmpty()) {
            draft.fails("What the others are is not clear.");
            return;
        }
        for (var part : parts(before.getLast())) {
            boolean shared = part.facts().stream()
                    .allMatch(fact -> SHARED.contains(fact) || "PLACE".equals(draft.other) && !PLACES.contains(fact));
            if (shared
                    && !draft.main.contains(part)
                    && part.facts().stream().noneMatch(draft.own::contains)
                    && !(part instanceof Condition.Bound)) {
                draft.main.add(part);
            }
        }
        if (found.size() > 2) {
            draft.warnings.add("The others are all that no part before speaks of.");
        }
        draft.main.addAll(found);
        found.forEach(one -> draft.own.addAll(one.facts()));
    }

    private Set<Fact> told() {
        var told = new TreeSet<Fact>();
        if ("PLACE".equals(draft.other)) {
            told.addAll(PLACES);
        }
        told(told, Kind.INDUSTRYWORD, Fact.INDUSTRY);
        told(told, Kind.SEGMENTWORD, Fact.SEGMENT);
        told(told, Kind.COUNTRYWORD, Fact.COUNTRY);
        told(told, Kind.REGIONWORD, Fact.REGION);
        told(told, Kind.PRODUCTWORD, Fact.PRODUCT);
        told(told, Kind.PLANWORD, Fact.PLAN);
        return told;
    }

    private void told(Set<Fact> told, Kind word, Fact fact) {
        if (draft.has(word)) {
            told.add(fact);
        }
    }

    private boolean selects(Fact fact, Set<Fact> told) {
        return told.isEmpty() ? !SHARED.contains(fact) && !draft.own.contains(fact) : told.contains(fact);
    }

    /** "for more than 30 days": of what, the statement before says. */
    private void inherit() {
        var last = before.getLast();
        boolean exception =
                draft.has(Kind.SAME) && draft.chunks.getFirst().value().equals("exception");
        boolean same = exception || last.draft().own.stream().anyMatch(draft.own::contains) || draft.rel != null;
        for (var part : parts(last)) {
            boolean shared = part.facts().stream().allMatch(SHARED::contains);
            boolean free = part.facts().stream().noneMatch(draft.own::contains);
            boolean routed = last.then() instanceof dev.windrose.context.policy.rule.Outcome.Route
                    && draft.chunks.stream()
                            .filter(chunk -> !chunk.is(Kind.GLUE))
                            .findFirst()
                            .filter(chunk -> chunk.is(Kind.IF))
                            .isPresent()
                    && draft.nouns.isEmpty()
                    && draft.acts.isEmpty()
                    && !draft.has(Kind.TRUTH)
                    && free;
            boolean taken = exception
                    ? free
                    : routed
                            || !draft.explicit
                                    && free
                                    && (shared
                                            || same
                                                    && !(part instanceof Condition.Bound)
                                                    && !part.facts().contains(Fact.ACTOR_ROLE));
            if (taken
                    && !(shared && !draft.acts.isEmpty() && part.facts().contains(Fact.ACTION))
                    && !excepted(last, part, exception)) {
                draft.main.add(part);
                if (!exception) {
                    draft.warnings.add("\"%s\" is taken from what stands before."
                            .formatted(dev.windrose.context.policy.rule.TellRule.of(part)));
                }
            }
        }
    }

    /** The exception itself is no condition of the statement about it. */
    private static boolean excepted(Statement last, Condition part, boolean exception) {
        return last.draft().except.stream().anyMatch(one -> part.equals(Condition.not(one))) && exception;
    }

    private static List<Condition> parts(Statement statement) {
        var when = statement.when();
        return when instanceof Condition.All(var parts) ? parts : when == null ? List.of() : List.of(when);
    }
}
