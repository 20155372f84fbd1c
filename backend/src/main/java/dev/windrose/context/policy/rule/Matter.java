package dev.windrose.context.policy.rule;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What a rule decides, apart from whom and what it is for. A permission to give a discount and a prohibition of mails to many may both hold for one
 * deal without contradicting each other.
 */
final class Matter {

    /** Facts that say for whom or for what a rule is, not what it decides. */
    private static final Set<Fact> SCOPE = Set.of(
            Fact.ACTOR_ROLE,
            Fact.PRODUCT,
            Fact.PLAN,
            Fact.COMPETITOR,
            Fact.SEGMENT,
            Fact.REGION,
            Fact.COUNTRY,
            Fact.INDUSTRY,
            Fact.CUSTOMER_STATE,
            Fact.CUSTOMER_MONTHS,
            Fact.COMPANY_SIZE,
            Fact.ANNUAL_REVENUE,
            Fact.LEAD_SOURCE,
            Fact.IS_RENEWAL,
            Fact.IS_NEW_CUSTOMER,
            Fact.CURRENCY);

    private Matter() {}

    /** Whether both decide the same; a rule that names nothing but its scope decides all of it. */
    static boolean shared(ClauseRule one, ClauseRule other) {
        if (one.then().getClass() == other.then().getClass()) {
            return true;
        }
        var first = of(one);
        var second = of(other);
        return first.isEmpty() || second.isEmpty() || !Collections.disjoint(first, second);
    }

    private static Set<Fact> of(ClauseRule rule) {
        var facts = new HashSet<>(rule.when().facts());
        facts.removeAll(SCOPE);
        if (rule.then() instanceof Outcome.PercentOff) {
            facts.add(Fact.DISCOUNT_PERCENT);
        }
        return facts;
    }
}
