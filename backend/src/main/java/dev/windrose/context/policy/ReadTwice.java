package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.ReadClause;
import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.SameRules;
import dev.windrose.context.policy.rule.TellRule;
import dev.windrose.context.policy.sense.ReadSense;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a clause by two grammars that share no rule: one by the order of its phrases, one by what its words mean. Where both come to the same, it is
 * sure; all else is a guess that a person has to confirm.
 */
final class ReadTwice {

    private ReadTwice() {}

    static CompiledClause of(String clause, Vocabulary vocabulary) {
        var order = ReadClause.of(clause, vocabulary);
        var sense = ReadSense.of(clause, vocabulary);
        if (sense.rules().isEmpty()) {
            return order.rules().isEmpty()
                    ? CompiledClause.text(clause, String.valueOf(order.why()))
                    : guessed(
                            clause, order.rules(), order.warnings(), "One reading finds no rule in it: " + sense.why());
        }
        if (order.rules().isEmpty()) {
            return guessed(clause, sense.rules(), sense.doubts(), "One reading finds no rule in it: " + order.why());
        }
        if (SameRules.of(order.rules(), sense.rules())) {
            boolean named = order.warnings().stream().anyMatch(warning -> warning.contains("is taken to be"));
            boolean sure = sense.doubts().isEmpty() && !named;
            return compiled(clause, order.rules(), sure ? List.of() : order.warnings());
        }
        boolean own = order.rules().stream()
                .flatMap(rule -> rule.when().facts().stream())
                .anyMatch(fact -> fact.numeric() && Fact.known(fact.key()).isEmpty());
        boolean clean = order.warnings().isEmpty() && !sense.doubts().isEmpty();
        return clean || own
                ? guessed(clause, order.rules(), order.warnings(), other(sense.rules()))
                : guessed(clause, sense.rules(), sense.doubts(), other(order.rules()));
    }

    private static String other(List<ClauseRule> rules) {
        return "It can be read in another way: %s."
                .formatted(rules.stream().map(TellRule::of).collect(Collectors.joining("; ")));
    }

    private static CompiledClause guessed(String clause, List<ClauseRule> rules, List<String> warnings, String why) {
        var all = new ArrayList<>(warnings);
        all.add(why);
        return compiled(clause, rules, all);
    }

    private static CompiledClause compiled(String clause, List<ClauseRule> rules, List<String> warnings) {
        return new CompiledClause(clause, rules.stream().map(PolicyRule::of).toList(), null, warnings, false, false);
    }
}
