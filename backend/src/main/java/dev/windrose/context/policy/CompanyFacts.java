package dev.windrose.context.policy;

import dev.windrose.context.policy.PolicyCompanyStore.Asked;
import dev.windrose.context.policy.grammar.Meanings;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.platform.people.Workspaces;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the company of a deal or a quote says of the facts that policies ask about. A customer may have invoices that are overdue: of what no record tells, nothing
 * is said.
 */
@Component
public class CompanyFacts {

    public static final Set<Fact> ALL = Set.of(
            Fact.SEGMENT,
            Fact.INDUSTRY,
            Fact.COUNTRY,
            Fact.REGION,
            Fact.COMPANY_SIZE,
            Fact.ANNUAL_REVENUE,
            Fact.CUSTOMER_STATE,
            Fact.IS_NEW_CUSTOMER,
            Fact.CUSTOMER_MONTHS);

    private final PolicyCompanyStore store;
    private final Workspaces workspaces;

    CompanyFacts(PolicyCompanyStore store, Workspaces workspaces) {
        this.store = store;
        this.workspaces = workspaces;
    }

    /** @param facts of the case; gets those of its company */
    public void read(UUID company, Map<String, Object> facts) {
        store.find(company).ifPresent(asked -> read(asked, facts));
    }

    private void read(Asked asked, Map<String, Object> facts) {
        if (asked.segment() != null) {
            facts.put(Fact.SEGMENT.key(), meaning(Fact.SEGMENT, asked.segment()));
        }
        if (asked.industry() != null) {
            facts.put(Fact.INDUSTRY.key(), meaning(Fact.INDUSTRY, asked.industry()));
        }
        if (asked.country() != null) {
            facts.put(Fact.COUNTRY.key(), asked.country());
        }
        if (asked.territory() != null) {
            facts.put(Fact.REGION.key(), meaning(Fact.REGION, asked.territory()));
        }
        if (asked.employees() != null) {
            facts.put(Fact.COMPANY_SIZE.key(), asked.employees());
        }
        var revenue = asked.revenue();
        if (revenue != null && revenue.currency().equals(facts.get(Fact.CURRENCY.key()))) {
            facts.put(Fact.ANNUAL_REVENUE.key(), revenue.amount());
        }
        state(asked, facts);
    }

    private void state(Asked asked, Map<String, Object> facts) {
        if (asked.state() != null) {
            switch (asked.state()) {
                case "dormant", "exploring", "buying" -> {
                    facts.put(Fact.CUSTOMER_STATE.key(), "prospect");
                    facts.put(Fact.IS_NEW_CUSTOMER.key(), "true");
                }
                case "using" -> facts.put(Fact.IS_NEW_CUSTOMER.key(), "false");
                case "churned" -> {
                    facts.put(Fact.CUSTOMER_STATE.key(), "churned");
                    facts.put(Fact.IS_NEW_CUSTOMER.key(), "false");
                }
                default -> facts.remove(Fact.CUSTOMER_STATE.key());
            }
        }
        var since = asked.since();
        if (since != null && !since.isAfter(workspaces.today())) {
            facts.put(Fact.CUSTOMER_MONTHS.key(), ChronoUnit.MONTHS.between(since, workspaces.today()));
        }
    }

    private static String meaning(Fact fact, String text) {
        return Meanings.of(fact, text).orElse(text);
    }
}
