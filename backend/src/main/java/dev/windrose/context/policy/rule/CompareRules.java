package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what two clauses ask, over all facts that their rules can tell apart. */
public final class CompareRules {

    private static final int MOST = 100_000;

    /** How two clauses stand to each other. */
    public enum Relation {
        CONFLICT,
        GAP,
        OVERLAP,
        /** There are too many combinations of facts to try them all. */
        UNCOMPARED
    }

    /** @param where facts that show it */
    public record Difference(Relation relation, Map<String, Object> where) {}

    private final List<ClauseRule> one;
    private final List<ClauseRule> other;

    private CompareRules(List<ClauseRule> one, List<ClauseRule> other) {
        this.one = one;
        this.other = other;
    }

    public static Optional<Difference> of(List<ClauseRule> one, List<ClauseRule> other) {
        return new CompareRules(one, other).compared();
    }

    private Optional<Difference> compared() {
        var all = new ArrayList<>(one);
        all.addAll(other);
        var worlds = new Worlds(all);
        var facts = List.copyOf(worlds.facts());
        var values = facts.stream().map(worlds::candidates).toList();
        long count = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST + 1L));
        if (count > MOST) {
            return Optional.of(new Difference(Relation.UNCOMPARED, Map.of()));
        }
        Difference overlap = null;
        for (int number = 0; number < count; number++) {
            var world = world(facts, values, number);
            var first = holding(one, world);
            var second = holding(other, world);
            if (!first.isEmpty() && !second.isEmpty()) {
                if (clash(first, second)) {
                    return Optional.of(new Difference(Relation.CONFLICT, told(world)));
                }
                boolean asks = asks(first) && asks(second) && !same(first, second);
                overlap = asks && overlap == null ? new Difference(Relation.OVERLAP, told(world)) : overlap;
            }
        }
        var gap = gap();
        return gap.isPresent() ? gap : Optional.ofNullable(overlap);
    }

    private static Facts world(List<Fact> facts, List<List<Object>> values, int number) {
        var world = new TreeMap<Fact, Object>();
        int rest = number;
        for (int i = 0; i < facts.size(); i++) {
            world.put(facts.get(i), values.get(i).get(rest % values.get(i).size()));
            rest /= values.get(i).size();
        }
        return Facts.none().with(world);
    }

    private static List<ClauseRule> holding(List<ClauseRule> rules, Facts world) {
        return rules.stream()
                .filter(rule -> Holds.of(rule.when(), world).surely())
                .filter(rule -> !(rule.then() instanceof Outcome.Missing(var fields)) || lacks(fields, world))
                .toList();
    }

    private static boolean lacks(List<String> fields, Facts world) {
        var filled = world.filled();
        return filled == null || !filled.containsAll(fields);
    }

    private static boolean asks(List<ClauseRule> rules) {
        return rules.stream().anyMatch(rule -> !(rule.then() instanceof Outcome.Allow));
    }

    private static boolean same(List<ClauseRule> first, List<ClauseRule> second) {
        return first.stream()
                        .map(ClauseRule::then)
                        .toList()
                        .equals(second.stream().map(ClauseRule::then).toList())
                && first.stream()
                        .map(ClauseRule::when)
                        .toList()
                        .equals(second.stream().map(ClauseRule::when).toList());
    }

    private static boolean clash(List<ClauseRule> first, List<ClauseRule> second) {
        for (var one : first) {
            for (var other : second) {
                boolean clash = clash(one.then(), other.then()) || clash(other.then(), one.then());
                if (clash && Matter.shared(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean clash(Outcome one, Outcome other) {
        return switch (one) {
            case Outcome.Refuse _ ->
                other instanceof Outcome.Approval
                        || other instanceof Outcome.Allow
                        || other instanceof Outcome.PercentOff;
            case Outcome.Allow _ -> other instanceof Outcome.Approval;
            case Outcome.Route(var to) -> other instanceof Outcome.Route(var there) && !there.equals(to);
            case Outcome.Floor(var price, var currency) ->
                other instanceof Outcome.Floor(var second, var money)
                        && java.util.Objects.equals(currency, money)
                        && second.compareTo(price) != 0;
            case Outcome.PercentOff(var percent) ->
                other instanceof Outcome.PercentOff(var second) && second.compareTo(percent) != 0;
            case Outcome.Approval _, Outcome.Missing _ -> false;
        };
    }

    /** Both end within one fact, and between them nothing is said. */
    private Optional<Difference> gap() {
        if (one.size() != 1
                || other.size() != 1
                || one.getFirst().then().getClass() != other.getFirst().then().getClass()) {
            return Optional.empty();
        }
        var first = bounds(one.getFirst());
        var second = bounds(other.getFirst());
        if (first == null
                || second == null
                || !first.fact.equals(second.fact)
                || !rest(one.getFirst()).equals(rest(other.getFirst()))) {
            return Optional.empty();
        }
        var low = first.below(second) ? first : second;
        var high = low == first ? second : first;
        if (low.upper == null || high.lower == null || !high.below(low) && !low.below(high)) {
            return Optional.empty();
        }
        return between(low.fact, low.upper, high.lower).map(value -> {
            var where = new LinkedHashMap<String, Object>();
            where.put(low.fact.key(), value);
            return new Difference(Relation.GAP, where);
        });
    }

    private static Optional<BigDecimal> between(Fact fact, Condition.Bound upper, Condition.Bound lower) {
        var middle = upper.value()
                .add(lower.value())
                .divide(BigDecimal.TWO, 6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (fact.whole()) {
            middle = middle.setScale(0, java.math.RoundingMode.HALF_UP);
        }
        middle = middle.scale() < 0 ? middle.setScale(0) : middle;
        for (var value : List.of(middle, upper.value(), lower.value())) {
            boolean free = !upper.compare().holds(value, upper.value())
                    && !lower.compare().holds(value, lower.value())
                    && value.compareTo(upper.value()) >= 0
                    && value.compareTo(lower.value()) <= 0;
            if (free) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The range of the only number that a rule bounds. */
    private record Span(Fact fact, Condition.@Nullable Bound lower, Condition.@Nullable Bound upper) {

        boolean below(Span other) {
            return upper != null && other.lower != null && upper.value().compareTo(other.lower.value()) <= 0;
        }
    }

    private static @Nullable Span bounds(ClauseRule rule) {
        var found = parts(rule).stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .toList();
        if (found.isEmpty()
                || found.stream().map(Condition.Bound::fact).distinct().count() != 1) {
            return null;
        }
        var lower = found.stream()
                .filter(bound -> bound.compare().rising())
                .findFirst()
                .orElse(null);
        var upper = found.stream()
                .filter(bound -> !bound.compare().rising())
                .findFirst()
                .orElse(null);
        return new Span(found.getFirst().fact(), lower, upper);
    }

    private static Set<Condition> rest(ClauseRule rule) {
        var rest = new HashSet<>(parts(rule));
        rest.removeIf(Condition.Bound.class::isInstance);
        return rest;
    }

    private static List<Condition> parts(ClauseRule rule) {
        return rule.when() instanceof Condition.All(var parts) ? parts : List.of(rule.when());
    }

    private static Map<String, Object> told(Facts world) {
        var told = new LinkedHashMap<String, Object>();
        world.values().forEach((fact, value) -> told.put(fact.key(), value));
        return told;
    }
}
