package dev.windrose.crm.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.company.CustomerState;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
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
        assertThat(titles(page, "contact")).containsExactly("Anna Abel", "Zoe Zorn");
        assertThat(page.lists().get("deal").total()).isEqualTo(3);
        assertThat(titles(page, "interaction")).containsExactly("Demo");
        assertThat(page.lists().get("task").total()).isZero();
        assertThat(page.deals().groups())
                .extracting(group -> group.key().get("deal_state") + " " + group.count())
                .containsExactlyInAnyOrder("open 2", "won 1");
        assertThat(page.states().getFirst().to()).isEqualTo(CustomerState.BUYING);
    }

    @Test
    void leavesOutWhatTheReaderMayNotSee() {
        var company = world.create("company", Map.of("name", "Calder Instruments"));
        world.create("deal", Map.of("company_id", company, "deal_amount", 500));
        world.in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(List.of(new AccessRule("deal", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        world.workspace()
                .httpAs(Role.MEMBER)
                .get()
                .uri("/api/v1/companies/" + company + "/workspace")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lists.deal.total")
                .isEqualTo(0)
                .jsonPath("$.deal_totals.length()")
                .isEqualTo(0);
    }

    @Test
    void isEmptyForANewAccount() {
        var company = world.create("company", Map.of("name", "Delmar Health"));
        var page = world.in(() -> pages.of(new CompanyId(company)));
        assertThat(page.lists())
                .allSatisfy((type, list) -> assertThat(list.data()).as(type).isEmpty());
        assertThat(page.states()).isEmpty();
    }

    private static List<String> titles(AccountPage page, String type) {
        return page.lists().get(type).data().stream().map(RecordData::title).toList();
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
                .jsonPath("$.lists.deal.data[0].deal_amount_currency")
                .isEqualTo("USD")
                .jsonPath("$.deal_totals[0].state")
                .isEqualTo("open")
                .jsonPath("$.deal_totals[0].deals")
                .isEqualTo(1)
                .jsonPath("$.state.state")
                .isEqualTo("exploring");
        http.get()
                .uri("/api/v1/companies/" + UUID.randomUUID() + "/workspace")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
