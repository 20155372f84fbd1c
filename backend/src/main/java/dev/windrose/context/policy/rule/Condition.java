package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What has to hold for a rule to ask something. */
public sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Some part holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {}

    /** @param currency of an amount of money; null for other numbers */
    record Bound(
            Fact fact,
            Compare compare,
            BigDecimal value,
            @Nullable String currency) implements Condition {}

    /** One of some values; a truth has "true" or "false". */
    record OneOf(Fact fact, Set<String> values) implements Condition {
        public OneOf {
            values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }
    }

    /** The field of the deal is filled. */
    record Filled(String field) implements Condition {}

    static Condition all(Collection<? extends Condition> parts) {
        var flat = new ArrayList<Condition>();
        for (var part : parts) {
            if (part instanceof All(var inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        var apart = List.copyOf(new LinkedHashSet<>(flat));
        return apart.size() == 1 ? apart.getFirst() : new All(apart);
    }

    static Condition any(Collection<? extends Condition> parts) {
        var apart = List.<Condition>copyOf(new LinkedHashSet<>(parts));
        return apart.size() == 1 ? apart.getFirst() : new Any(apart);
    }

    static Condition not(Condition part) {
        return switch (part) {
            case Not(var inner) -> inner;
            case Bound bound -> new Bound(bound.fact(), bound.compare().denied(), bound.value(), bound.currency());
            case OneOf _, Filled _, All _, Any _ -> new Not(part);
        };
    }

    /** The facts it reads, without the currency of amounts. */
    default Set<Fact> facts() {
        var found = new TreeSet<Fact>();
        for (var leaf : leaves()) {
            switch (leaf) {
                case Bound bound -> found.add(bound.fact());
                case OneOf one -> found.add(one.fact());
                case Filled _ -> found.add(Fact.FILLED);
                case All _, Any _, Not _ -> throw new IllegalStateException("no leaf");
            }
        }
        return found;
    }

    default List<Condition> leaves() {
        return switch (this) {
            case All(var parts) ->
                parts.stream().flatMap(part -> part.leaves().stream()).toList();
            case Any(var parts) ->
                parts.stream().flatMap(part -> part.leaves().stream()).toList();
            case Not(var part) -> part.leaves();
            case Bound _, OneOf _, Filled _ -> List.of(this);
        };
    }
}
