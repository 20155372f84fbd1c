package dev.windrose.crm.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.id.CompanyId;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class AccountPageTests {

    @Autowired
    AccountPages pages;

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void showsPeopleOpenDealsAndCounts() {
        var company = world.create("company", Map.of("name", "Calder Instruments", "customer_state", "buying"));
        world.create("contact", Map.of("name", "Anna Abel", "company_id", company));
        world.create("contact", Map.of("name", "Zoe Zorn", "company_id", company, "is_primary", true));
        world.create(
                "deal", Map.of("company_id", company, "deal_amount", 500, "deal_expected_signing_date", "2026-09-01"));
        world.create(
                "deal",
                Map.of("company_id", company, "deal_amount", 250.5, "deal_expected_signing_date", "2026-08-01"));
        world.create(
                "deal",
                Map.of("company_id", company, "deal_amount", 900, "deal_amount_currency", "EUR", "stage", "won"));
        world.create(
                "interaction",
                Map.of("company_id", company, "interaction_type", "demo", "date", "2026-03-01", "subject", "Demo"));
        world.create("task", Map.of("company_id", company, "title", "Call", "status", "done"));
        world.create("comment", Map.of("record_type", "company", "record_id", company.toString(), "body", "Hello"));

        var page = world.in(() -> pages.of(new CompanyId(company)));
        assertThat(page.people()).extracting(AccountPage.Contact::name).containsExactly("Zoe Zorn", "Anna Abel");
        assertThat(page.openDeals())
                .extracting(deal -> String.valueOf(deal.dealAmount()))
                .containsExactly("250.50", "500.00");
        assertThat(page.openTotals()).singleElement().satisfies(total -> assertThat(total.amount())
                .isEqualByComparingTo("750.5"));
        assertThat(page.wonTotals()).singleElement().satisfies(total -> assertThat(total.currency())
                .isEqualTo("EUR"));
        assertThat(page.state().state()).isEqualTo("buying");
        assertThat(page.lastActivity().subject()).isEqualTo("Demo");
        assertThat(page.counts())
                .containsEntry("deal", new AccountPage.Count(3, 2L))
                .containsEntry("task", new AccountPage.Count(1, 0L))
                .containsEntry("comment", new AccountPage.Count(1, null))
                .containsEntry("contact", new AccountPage.Count(2, null));
    }

    @Test
    void isEmptyForANewAccount() {
        var company = world.create("company", Map.of("name", "Delmar Health"));
        var page = world.in(() -> pages.of(new CompanyId(company)));
        assertThat(page.people()).isEmpty();
        assertThat(page.state()).isNull();
        assertThat(page.lastActivity()).isNull();
    }

    @Test
    void isReadInOneCall() {
        var company = world.create("company", Map.of("name", "Delmar Health", "customer_state", "exploring"));
        world.create("deal", Map.of("company_id", company, "deal_amount", 120, "stage", "proposal"));
        var http = world.workspace().http();
        http.get()
                .uri("/api/v1/companies/" + company + "/workspace")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.company.title")
                .isEqualTo("Delmar Health")
                .jsonPath("$.open_totals[0].amount")
                .isEqualTo(120.0)
                .jsonPath("$.open_deals[0].deal_amount_currency")
                .isEqualTo("USD")
                .jsonPath("$.counts.deal.open")
                .isEqualTo(1);
        http.get()
                .uri("/api/v1/companies/" + UUID.randomUUID() + "/workspace")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
