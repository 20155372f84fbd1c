package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.ClauseRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a clause.
 *
 * @param why it stays text; null where it became rules
 * @param warnings what a person should look at
 * @param byModel a model has read it
 * @param confirmed a person has said that these rules are what the clause means
 */
public record CompiledClause(
        String clause,
        List<PolicyRule> rules,
        @Nullable String why,
        List<String> warnings,
        boolean byModel,
        boolean confirmed) {

    /** The detail of an entry that holds what was confirmed. */
    public static final String CONFIRMED = "confirmed";

    public CompiledClause {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    static CompiledClause text(String clause, String why) {
        return new CompiledClause(clause, List.of(), why, List.of(), false, false);
    }

    /** Only warns until a person confirms it; what a model read a person has taken over. */
    public boolean guessed() {
        return !rules.isEmpty() && !warnings.isEmpty() && !byModel && !confirmed;
    }

    /** What a person confirms: this clause with these rules. Another clause or other rules have to be confirmed anew. */
    public String confirmation() {
        return clause + "\n" + rules.stream().map(PolicyRule::readable).collect(Collectors.joining("\n"));
    }

    CompiledClause confirmed(@Nullable Object details) {
        boolean same = details instanceof Map<?, ?> map && confirmation().equals(map.get(CONFIRMED));
        return same && guessed() ? new CompiledClause(clause, rules, why, warnings, false, true) : this;
    }

    public boolean textOnly() {
        return rules.isEmpty();
    }

    public List<ClauseRule> conditions() {
        return rules.stream().map(PolicyRule::rule).toList();
    }
}
