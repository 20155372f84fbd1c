package dev.windrose.crm;

import static dev.windrose.records.quality.QualityCheck.compare;
import static dev.windrose.records.quality.QualityCheck.empty;

import dev.windrose.records.quality.QualityCheck;
import dev.windrose.records.quality.QualityCheck.Group;
import dev.windrose.records.quality.QualityCheck.Severity;
import dev.windrose.records.quality.QualityRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What should not be so with accounts, people, deals and products. */
@Configuration(proxyBeanMethods = false)
class CrmQuality {

    private static final int QUIET_DAYS = 90;
    private static final int QUIET_DAYS_OF_DEALS = 30;
    private static final Map<String, Object> OPEN = compare("deal_state", "is", "open");

    record Rule(String type, List<QualityCheck> checks) implements QualityRule {}

    @Bean
    @Order(1)
    QualityRule qualityOfCompanies() {
        return new Rule(
                "company",
                List.of(
                        noContact(),
                        links(
                                "orphan",
                                null,
                                "Without a contact",
                                Severity.MEDIUM,
                                Map.of(
                                        "field",
                                        "_related",
                                        "op",
                                        "is_not",
                                        "value",
                                        Map.of("type", "contact", "via", "company_id")))));
    }

    @Bean
    @Order(2)
    QualityRule qualityOfContacts() {
        return new Rule(
                "contact",
                List.of(
                        noContact(),
                        links("orphan", "company_id", "Of no account", Severity.HIGH, empty("company_id"))));
    }

    @Bean
    @Order(3)
    QualityRule qualityOfDeals() {
        return new Rule(
                "deal",
                List.of(
                        new QualityCheck(
                                "stale",
                                null,
                                Group.STALENESS,
                                Severity.HIGH,
                                "Open, and nothing happened for %d days".formatted(QUIET_DAYS_OF_DEALS),
                                and(OPEN, compare("_activity", "older_than", days(QUIET_DAYS_OF_DEALS)))),
                        new QualityCheck(
                                "overdue",
                                "deal_expected_signing_date",
                                Group.STALENESS,
                                Severity.HIGH,
                                "Open after the day it was to be signed",
                                and(OPEN, compare("deal_expected_signing_date", "lt", "today"))),
                        links("orphan", "company_id", "Of no account", Severity.HIGH, empty("company_id"))));
    }

    @Bean
    @Order(4)
    QualityRule qualityOfProducts() {
        return new Rule("product", List.of());
    }

    /** Nobody has ever spoken with it, or not for long; new ones have time. */
    private static QualityCheck noContact() {
        return new QualityCheck(
                "stale",
                "last_contact_date",
                Group.STALENESS,
                Severity.MEDIUM,
                "No contact for %d days".formatted(QUIET_DAYS),
                and(
                        compare("created_at", "older_than", days(QUIET_DAYS)),
                        Map.of(
                                "or",
                                List.of(
                                        empty("last_contact_date"),
                                        compare("last_contact_date", "older_than", days(QUIET_DAYS))))));
    }

    private static QualityCheck links(
            String code, @Nullable String field, String label, Severity severity, Map<String, Object> filter) {
        return new QualityCheck(code, field, Group.LINKS, severity, label, filter);
    }

    @SafeVarargs
    private static Map<String, Object> and(Map<String, Object>... parts) {
        return Map.of("and", List.of(parts));
    }

    private static Map<String, Object> days(int n) {
        return Map.of("n", n, "unit", "day");
    }
}
