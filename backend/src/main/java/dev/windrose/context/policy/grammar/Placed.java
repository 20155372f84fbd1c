package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each number, name, role and field of the clause has come into a rule. What has not is told. */
final class Placed {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final List<BigDecimal> numbers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Placed(List<ClauseRule> rules) {
        for (var rule : rules) {
            rule.when().leaves().forEach(this::note);
            note(rule.then());
        }
    }

    static void check(List<Chunk> chunks, List<ClauseRule> rules, String text, Collection<String> notes) {
        var placed = new Placed(rules);
        for (var chunk : chunks) {
            if (!placed.holds(chunk)) {
                notes.add("\"%s\" has no place in the rules.".formatted(text.substring(chunk.start(), chunk.end())));
            }
        }
    }

    private void note(Condition leaf) {
        switch (leaf) {
            case Condition.Bound bound -> numbers.add(bound.value());
            case Condition.OneOf one -> {
                names.addAll(one.values());
                names.add(one.fact().key());
            }
            case Condition.Filled(var field) -> names.add(field);
            case Condition.All _, Condition.Any _, Condition.Not _ -> {}
        }
    }

    private void note(Outcome outcome) {
        switch (outcome) {
            case Outcome.Approval(var by, var _) -> names.addAll(by);
            case Outcome.Floor(var price, var _) -> numbers.add(price);
            case Outcome.PercentOff(var percent) -> numbers.add(percent);
            case Outcome.Route(var to) -> names.add(to);
            case Outcome.Missing(var fields) -> names.addAll(fields);
            case Outcome.Refuse _, Outcome.Allow _ -> {}
        }
    }

    private boolean holds(Chunk chunk) {
        return switch (chunk.kind()) {
            case RANGE -> chunk.bounds().stream().allMatch(limit -> number(limit.value()));
            case QTY -> chunk.number() == null || number(chunk.number());
            case ENT -> all(chunk.value().substring(chunk.value().indexOf('=') + 1));
            case TRUTH ->
                names.contains(chunk.value().substring(0, chunk.value().indexOf('=')));
            case ROLE, FIELD -> all(chunk.value());
            default -> true;
        };
    }

    private boolean number(BigDecimal value) {
        return numbers.stream().anyMatch(one -> one.compareTo(value) == 0 || one.compareTo(value.multiply(DAY)) == 0);
    }

    private boolean all(String values) {
        for (var value : values.split("\\|")) {
            boolean single = value.endsWith("s") && names.contains(value.substring(0, value.length() - 1));
            if (!names.contains(value) && !single) {
                return false;
            }
        }
        return true;
    }
}
