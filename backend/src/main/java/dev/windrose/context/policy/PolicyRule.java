package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.TellRule;
import dev.windrose.context.policy.rule.WriteCel;

/**
 * One rule of a clause.
 *
 * @param cel holds where the rule asks something
 * @param readable the rule in words
 */
public record PolicyRule(ClauseRule rule, String cel, String readable) {

    public static PolicyRule of(ClauseRule rule) {
        return new PolicyRule(rule, WriteCel.of(rule), TellRule.of(rule));
    }
}
