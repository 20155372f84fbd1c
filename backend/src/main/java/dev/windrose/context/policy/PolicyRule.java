package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.TellRule;
import dev.windrose.context.policy.rule.WriteCel;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One rule of a clause.
 *
 * @param cel holds where the rule asks something
 * @param readable the rule in words
 */
public record PolicyRule(ClauseRule rule, String cel, String readable) {

    /** The facts that rules turn on. */
    public static Set<Fact> read(Collection<PolicyRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.rule().when().facts().stream())
                .collect(Collectors.toSet());
    }

    public static PolicyRule of(ClauseRule rule) {
        return new PolicyRule(rule, WriteCel.of(rule), TellRule.of(rule));
    }
}
