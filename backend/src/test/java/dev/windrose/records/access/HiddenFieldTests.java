package dev.windrose.records.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Values of hidden fields are looked for in whatever tells of records. */
@WindroseTest
class HiddenFieldTests {

    private static final String FIGURE = "731551";

    private AccessWorld world;
    private Actor mara;
    private RestTestClient http;
    private UUID company;
    private UUID deal;
    private UUID contact;

    @BeforeEach
    void startWithADealAndATask() {
        world = AccessWorld.fresh();
        mara = world.person("Mara Lind", Role.MEMBER);
        http = world.workspace().httpOf(mara);
        company = world.owner()
                .create(
                        "company",
                        Map.of(
                                "name",
                                "Fernweh Tools",
                                "account_team",
                                List.of(AccessWorld.id(mara)),
                                "account_team_roles",
                                Map.of(AccessWorld.id(mara).toString(), "Quillwright")));
        deal = world.owner()
                .create(
                        "deal",
                        Map.of(
                                "name",
                                "Renewal",
                                "company_id",
                                company,
                                "owner_id",
                                AccessWorld.id(mara),
                                "deal_amount",
                                Integer.parseInt(FIGURE),
                                "deal_amount_currency",
                                "EUR",
                                "next_step",
                                "Quillwright calls",
                                "next_step_due",
                                "2026-01-02",
                                "deal_expected_signing_date",
                                "2026-01-03"));
        world.owner()
                .create(
                        "task",
                        Map.of(
                                "title",
                                "Ring",
                                "description",
                                "Quillwright knows",
                                "assignee_id",
                                AccessWorld.id(mara),
                                "due_date",
                                "2026-01-04",
                                "remind_at",
                                "2026-01-05T08:00:00Z",
                                "company_id",
                                company,
                                "deal_id",
                                deal));
        contact = world.owner()
                .create("contact", Map.of("name", "Lena Brandt", "company_id", company, "title", "Quillwright"));
        world.owner().update("contact", contact, Map.of("title", "Buyer"));
    }

    private List<String> places() {
        return List.of(
                "/api/v1/my-work",
                "/api/v1/home",
                "/api/v1/home?mine=true",
                "/api/v1/companies/%s/workspace".formatted(company),
                "/api/v1/companies/%s/timeline".formatted(company),
                "/api/v1/companies/%s/tree".formatted(company),
                "/api/v1/companies/%s/account-team".formatted(company),
                "/api/v1/companies/%s/history".formatted(company),
                "/api/v1/companies/%s".formatted(company),
                "/api/v1/contacts/%s/memberships".formatted(contact),
                "/api/v1/deals/%s".formatted(deal),
                "/api/v1/deals/%s/history".formatted(deal),
                "/api/v1/deals",
                "/api/v1/tasks",
                "/api/v1/notifications",
                "/api/v1/change-sets",
                "/api/v1/find?q=Renewal",
                "/api/v1/find?q=Quillwright");
    }

    @Test
    void areInNoAnswer() {
        assertThat(bodies().filter(body -> body.contains("Quillwright"))).hasSizeGreaterThan(5);
        assertThat(bodies().filter(body -> figures(body))).hasSizeGreaterThan(4);

        world.masks(
                hidden("deal", "deal_amount"),
                hidden("deal", "next_step"),
                hidden("task", "description"),
                hidden("contact", "title"),
                hidden("company", "account_team_roles"));

        assertThat(bodies()).noneMatch(body -> body.contains("Quillwright")).noneMatch(HiddenFieldTests::figures);
        assertThat(body("/api/v1/my-work")).contains("Renewal", "Ring", "2026-01-02");
        assertThat(export()).contains("Renewal").doesNotContain(FIGURE, "Quillwright");
    }

    @Test
    void findNothingByThemselves() {
        world.masks(
                hidden("deal", "next_step_due"),
                hidden("deal", "deal_expected_signing_date"),
                hidden("task", "due_date"),
                hidden("task", "remind_at"),
                hidden("company", "account_team"),
                hidden("company", "parent_company"));

        assertThat(body("/api/v1/my-work")).doesNotContain("Renewal", "Ring", "2026-01-0");
        assertThat(body("/api/v1/home")).doesNotContain("Renewal", "2026-01-0");
        assertThat(body("/api/v1/companies/%s/account-team".formatted(company))).doesNotContain("Mara");
        assertThat(bodies()).noneMatch(body -> body.contains("2026-01-0"));
    }

    @Test
    void hideWhatIsWorkedOutFromThemOnOtherRecords() {
        field(
                "company",
                "Deals",
                Map.of("rollup", Map.of("type", "deal", "via", "company_id", "op", "sum", "field", "deal_amount")),
                "rollup");
        field("company", "Weight", Map.of("formula", "c_deals * 2.0"), "formula");
        field("task", "Account weight", Map.of("formula", "company_id.c_weight"), "formula");
        world.masks(hidden("deal", "deal_amount"));

        assertThat(body("/api/v1/companies/" + company)).contains("\"_masked\":[\"c_deals\",\"c_weight\"]");
        assertThat(body("/api/v1/tasks")).contains("\"_masked\":[\"c_account_weight\"]");
    }

    private void field(String type, String label, Map<String, Object> definition, String kind) {
        var body = new HashMap<String, Object>(definition);
        body.putAll(Map.of("record_type", type, "label", label, "kind", kind));
        world.workspace()
                .http()
                .post()
                .uri("/api/v1/schema/fields")
                .body(body)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static FieldMask hidden(String type, String field) {
        return new FieldMask(type, field, Set.of(Role.MEMBER));
    }

    private static boolean figures(String body) {
        return body.contains(FIGURE) || body.contains("731,551");
    }

    private Stream<String> bodies() {
        return places().stream().map(this::body);
    }

    private String body(String path) {
        return Objects.requireNonNullElse(
                http.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }

    private String export() {
        return Objects.requireNonNullElse(
                http.post()
                        .uri("/api/v1/deals/export")
                        .body(Map.of("format", "csv"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }
}
