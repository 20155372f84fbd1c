package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where parts follow each other, the one that says more about a case goes before the one that says less. */
final class Ladders {

    record Rung(Statement statement, Condition when) {}

    private Ladders() {}

    static List<Rung> of(List<Statement> statements) {
        var found = new ArrayList<Rung>();
        for (var statement : statements) {
            var parts = new ArrayList<Condition>();
            parts.add(statement.when());
            for (var other : statements) {
                if (other != statement
                        && !(other.also && other.then instanceof Outcome.Approval)
                        && ladder(statement, other)
                        && closer(other, statement)) {
                    parts.add(Condition.not(difference(other, statement)));
                }
            }
            found.add(new Rung(statement, Condition.all(parts)));
        }
        return found;
    }

    private static boolean ladder(Statement one, Statement other) {
        var a = Objects.requireNonNull(one.then);
        var b = Objects.requireNonNull(other.then);
        boolean kind = a.getClass() == b.getClass()
                && (a instanceof Outcome.Approval
                        || a instanceof Outcome.Route
                        || a instanceof Outcome.PercentOff
                        || a instanceof Outcome.Floor);
        boolean limits = a instanceof Outcome.Refuse && b instanceof Outcome.Refuse;
        return kind && !a.equals(b) || limits;
    }

    /** Holds for fewer cases: asks the same and more, or goes further. */
    private static boolean closer(Statement one, Statement other) {
        boolean more = false;
        for (var part : other.main) {
            if (one.main.contains(part)) {
                continue;
            }
            if (part instanceof Condition.Bound bound) {
                var own = one.main.stream()
                        .filter(Condition.Bound.class::isInstance)
                        .map(Condition.Bound.class::cast)
                        .filter(two -> two.fact().equals(bound.fact())
                                && two.compare().rising() == bound.compare().rising())
                        .findFirst();
                int order = own.map(two -> two.value().compareTo(bound.value())).orElse(0);
                boolean further = bound.compare().rising() ? order > 0 : order < 0;
                boolean price = bound.fact().equals(Fact.UNIT_PRICE) && own.isPresent();
                if (further || price) {
                    more |= further && !price;
                    continue;
                }
            }
            return false;
        }
        boolean special =
                one.main.stream().anyMatch(part -> !(part instanceof Condition.Bound) && !other.main.contains(part))
                        || one.main.stream()
                                        .filter(part -> !part.facts().contains(Fact.UNIT_PRICE))
                                        .count()
                                > other.main.stream()
                                        .filter(part -> !part.facts().contains(Fact.UNIT_PRICE))
                                        .count();
        boolean refuses = one.then instanceof Outcome.Refuse;
        return refuses ? special : more || special;
    }

    /** The price that is compared belongs to the rule alone; the limit of a special case is its own. */
    private static Condition difference(Statement one, Statement other) {
        boolean refuses = one.then instanceof Outcome.Refuse;
        var parts = one.main.stream()
                .filter(part -> !part.facts().contains(Fact.UNIT_PRICE))
                .filter(part -> !other.main.contains(part))
                .filter(part -> !refuses || !(part instanceof Condition.Bound))
                .toList();
        return Condition.all(parts.isEmpty() ? one.main : parts);
    }
}
