package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values of facts that stand for all others: every bound, what lies between two of them and outside, every name that rules mention and one that
 * they do not. Rules cannot tell two values apart that one of these stands for.
 */
public final class Worlds {

    /** A name that no rule mentions. */
    public static final String OTHER = "another";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Fact, Set<BigDecimal>> bounds = new TreeMap<>();
    private final Map<Fact, Map<String, String>> names = new TreeMap<>();
    private final Set<String> fields = new LinkedHashSet<>();

    public Worlds(Collection<ClauseRule> rules) {
        for (var rule : rules) {
            rule.when().leaves().forEach(this::note);
            if (rule.then() instanceof Outcome.Missing(var missing)) {
                fields.addAll(missing);
            }
        }
    }

    /** The facts that rules read. */
    public Set<Fact> facts() {
        var all = new java.util.TreeSet<Fact>();
        all.addAll(bounds.keySet());
        all.addAll(names.keySet());
        if (!fields.isEmpty()) {
            all.add(Fact.FILLED);
        }
        return all;
    }

    public List<Object> candidates(Fact fact) {
        return switch (fact.form()) {
            case PERCENT, COUNT, NUMBER, MONEY -> numbers(fact);
            case TRUTH -> List.of("true", "false");
            case NAME, CHOICE -> named(fact);
            case LIST -> lists();
        };
    }

    private void note(Condition leaf) {
        switch (leaf) {
            case Condition.Bound bound -> {
                bounds.computeIfAbsent(bound.fact(), _ -> new TreeSet<>())
                        .add(bound.value().stripTrailingZeros());
                if (bound.currency() != null) {
                    name(Fact.CURRENCY, bound.currency());
                }
            }
            case Condition.OneOf one -> one.values().forEach(value -> name(one.fact(), value));
            case Condition.Filled(var field) -> fields.add(field);
            case Condition.All _, Condition.Any _, Condition.Not _ -> throw new IllegalStateException("no leaf");
        }
    }

    private void name(Fact fact, String value) {
        names.computeIfAbsent(fact, _ -> new LinkedHashMap<>()).putIfAbsent(Facts.same(fact, value), value);
    }

    private List<Object> numbers(Fact fact) {
        var found = new TreeSet<BigDecimal>();
        BigDecimal last = null;
        for (var bound : bounds.getOrDefault(fact, Set.of())) {
            found.add(bound);
            between(fact, last == null ? BigDecimal.ONE.negate() : last, bound, found);
            last = bound;
        }
        if (last != null) {
            found.add(
                    fact.form() == Fact.Form.PERCENT
                            ? last.add(BigDecimal.ONE).min(HUNDRED)
                            : last.add(BigDecimal.ONE));
        } else {
            found.add(BigDecimal.ONE);
        }
        found.removeIf(value -> value.signum() < 0 || fact.form() == Fact.Form.PERCENT && value.compareTo(HUNDRED) > 0);
        return List.copyOf(found);
    }

    private static void between(Fact fact, BigDecimal low, BigDecimal high, Set<BigDecimal> found) {
        var middle =
                low.add(high).divide(BigDecimal.TWO, 6, RoundingMode.HALF_UP).stripTrailingZeros();
        if (fact.whole()) {
            middle = middle.setScale(0, RoundingMode.FLOOR);
        }
        if (middle.signum() >= 0 && middle.compareTo(low) > 0 && middle.compareTo(high) < 0) {
            found.add(middle);
        } else if (middle.signum() < 0 && high.signum() > 0) {
            found.add(BigDecimal.ZERO);
        }
    }

    private List<Object> named(Fact fact) {
        var mentioned = names.getOrDefault(fact, Map.of());
        var found = new ArrayList<Object>(mentioned.values());
        if (fact.choices().isEmpty()) {
            found.add(OTHER);
        } else {
            fact.choices().stream()
                    .filter(choice -> !mentioned.containsKey(Facts.same(fact, choice)))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private List<Object> lists() {
        var named = List.copyOf(fields);
        var found = new ArrayList<Object>();
        int most = Math.min(named.size(), 6);
        for (int bits = 0; bits < 1 << most; bits++) {
            var set = new LinkedHashSet<String>();
            for (int i = 0; i < named.size(); i++) {
                if (i >= most || (bits >> i & 1) == 1) {
                    set.add(named.get(i));
                }
            }
            found.add(set);
        }
        return found;
    }
}
