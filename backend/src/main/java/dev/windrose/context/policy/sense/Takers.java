package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Fact;
import java.util.Set;

/** Who works on something, told from who decides about it. */
final class Takers {

    private static final Set<Fact> WHO = Set.of(
            Fact.REGION,
            Fact.COUNTRY,
            Fact.INDUSTRY,
            Fact.PRIORITY,
            Fact.SEGMENT,
            Fact.COMPANY_SIZE,
            Fact.CUSTOMER_STATE,
            Fact.IS_NEW_CUSTOMER,
            Fact.LEAD_SOURCE);

    private Takers() {}

    /** "Priya takes it": works on it, or decides. */
    static boolean taken(Statement statement) {
        return !statement.has(Tag.NEED)
                && statement.has(Tag.APPROVE)
                && statement.items.stream().filter(item -> item.is(Tag.APPROVE)).allMatch(item -> item.value()
                        .equals("takes"));
    }

    /** It tells customers and leads apart, and nothing of what is sold. */
    static boolean told(Statement statement) {
        return !statement.main.isEmpty() && statement.main.stream().allMatch(one -> WHO.containsAll(one.facts()));
    }
}
