package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.ClauseRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clause.
 *
 * @param why it stays text; null where it became rules
 * @param warnings what a person should look at
 * @param byModel a model has read it
 */
public record CompiledClause(
        String clause, List<PolicyRule> rules, @Nullable String why, List<String> warnings, boolean byModel) {

    public CompiledClause {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    static CompiledClause text(String clause, String why) {
        return new CompiledClause(clause, List.of(), why, List.of(), false);
    }

    public boolean textOnly() {
        return rules.isEmpty();
    }

    public List<ClauseRule> conditions() {
        return rules.stream().map(PolicyRule::rule).toList();
    }
}
