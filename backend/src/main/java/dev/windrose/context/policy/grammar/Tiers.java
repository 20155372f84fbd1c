package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where tiers follow each other, the lower one ends where the next begins, unless the next says that it comes on top. */
final class Tiers {

    private Tiers() {}

    static List<Statement> of(List<Statement> statements) {
        var found = new ArrayList<Statement>();
        for (var statement : Special.of(statements)) {
            var end = end(statement, statements);
            found.add(
                    end == null
                            ? statement
                            : statement.when(Condition.all(List.of(required(statement), Condition.not(end)))));
        }
        return found;
    }

    private static Condition required(Statement statement) {
        return java.util.Objects.requireNonNull(statement.when());
    }

    private static Condition.@Nullable Bound end(Statement statement, List<Statement> all) {
        var own = bound(statement);
        Condition.Bound nearest = null;
        if (own == null) {
            return null;
        }
        for (var other : all) {
            var next = bound(other);
            if (next == null
                    || other.adds()
                    || !tiered(statement, other)
                    || !next.fact().equals(own.fact())
                    || next.compare().rising() != own.compare().rising()) {
                continue;
            }
            int order = next.value().compareTo(own.value());
            boolean further = own.compare().rising() ? order > 0 : order < 0;
            boolean nearer = nearest == null
                    || (own.compare().rising()
                            ? next.value().compareTo(nearest.value()) < 0
                            : next.value().compareTo(nearest.value()) > 0);
            if (further && nearer) {
                nearest = next;
            }
        }
        return nearest;
    }

    private static boolean tiered(Statement one, Statement other) {
        return one.then() != null
                && other.then() != null
                && !one.then().equals(other.then())
                && one.then().getClass() == other.then().getClass()
                && (one.then() instanceof Outcome.Approval
                        || one.then() instanceof Outcome.Route
                        || one.then() instanceof Outcome.PercentOff)
                && rest(one).equals(rest(other));
    }

    /** The only bound of a statement, open on one side. */
    private static Condition.@Nullable Bound bound(Statement statement) {
        var bounds = parts(statement).stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .toList();
        return bounds.size() == 1 ? bounds.getFirst() : null;
    }

    private static LinkedHashSet<Condition> rest(Statement statement) {
        var rest = new LinkedHashSet<>(parts(statement));
        rest.removeIf(Condition.Bound.class::isInstance);
        return rest;
    }

    private static List<Condition> parts(Statement statement) {
        var when = statement.when();
        return when instanceof Condition.All(var parts) ? parts : when == null ? List.of() : List.of(when);
    }
}
