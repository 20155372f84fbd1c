package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A statement about some of what another speaks of stands before it: "30 EUR; for nonprofits 20 EUR". */
final class Special {

    private Special() {}

    static List<Statement> of(List<Statement> statements) {
        var found = new ArrayList<Statement>();
        for (int i = 0; i < statements.size(); i++) {
            var general = statements.get(i);
            for (int j = 0; j < statements.size(); j++) {
                var special = statements.get(j);
                var more = i == j || !same(general, special, j > i) ? Set.<Condition>of() : more(general, special);
                if (!more.isEmpty() && general.when() != null) {
                    general.draft().warnings.add("A part about some of these goes before this one.");
                    general = general.when(Condition.all(List.of(general.when(), Condition.not(Condition.all(more)))));
                }
            }
            found.add(general);
        }
        return found;
    }

    /** One price, one receiver; approvals add up unless the later one leaves unsaid what it is about. */
    private static boolean same(Statement general, Statement special, boolean later) {
        if (general.then() == null
                || special.then() == null
                || general.then().getClass() != special.then().getClass()
                || special.adds()) {
            return false;
        }
        return switch (special.then()) {
            case Outcome.Floor _, Outcome.Route _, Outcome.PercentOff _ -> true;
            case Outcome.Approval _ ->
                later && !special.draft().explicit && bounds(general).equals(bounds(special));
            case Outcome.Refuse _, Outcome.Missing _, Outcome.Allow _ -> false;
        };
    }

    /** What the special one asks beyond the general one, where it asks all that the general one does. */
    private static Set<Condition> more(Statement general, Statement special) {
        var selectors = selectors(special);
        var common = selectors(general);
        if (!selectors.containsAll(common) || !bounds(special).containsAll(bounds(general))) {
            return Set.of();
        }
        selectors.removeAll(common);
        if (!(special.then() instanceof Outcome.Approval)) {
            var bound = bounds(general);
            parts(special).stream()
                    .filter(part -> part instanceof Condition.Bound
                            && part.facts().stream().noneMatch(bound::contains))
                    .filter(part -> !(special.then() instanceof Outcome.Floor)
                            || part.facts().stream()
                                    .noneMatch(dev.windrose.context.policy.rule.Fact.UNIT_PRICE::equals))
                    .forEach(selectors::add);
        }
        selectors.removeIf(one -> one instanceof Condition.Not);
        return selectors;
    }

    private static Set<Condition> selectors(Statement statement) {
        var found = new LinkedHashSet<>(parts(statement));
        found.removeIf(Condition.Bound.class::isInstance);
        return found;
    }

    private static Set<Object> bounds(Statement statement) {
        var found = new LinkedHashSet<Object>();
        parts(statement).stream().filter(Condition.Bound.class::isInstance).forEach(one -> found.addAll(one.facts()));
        return found;
    }

    private static List<Condition> parts(Statement statement) {
        var when = statement.when();
        return when instanceof Condition.All(var parts) ? parts : when == null ? List.of() : List.of(when);
    }
}
