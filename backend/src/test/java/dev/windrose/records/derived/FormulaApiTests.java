package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;

import dev.windrose.platform.Role;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class FormulaApiTests {

    private RecordWorld world;
    private UUID company;
    private UUID deal;

    @BeforeEach
    void oneDeal() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "Mill"));
        deal = world.create(
                "deal",
                Map.of("name", "Deal", "company_id", company, "deal_amount", Map.of("amount", 900, "currency", "EUR")));
    }

    private RestTestClient.BodyContentSpec check(RestTestClient http, String formula) {
        return http.post()
                .uri("/api/v1/schema/formula/check")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("record_type", "deal", "formula", formula, "record_id", deal.toString()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void triesAFormulaBeforeItIsSaved() {
        var http = world.workspace().http();
        check(http, "amount(deal_amount) / 3")
                .jsonPath("$.ok")
                .isEqualTo(true)
                .jsonPath("$.kind")
                .isEqualTo("number")
                .jsonPath("$.value")
                .isEqualTo(300)
                .jsonPath("$.depends_on[0]")
                .isEqualTo("deal_amount");
        check(http, "deal_amont * 2")
                .jsonPath("$.ok")
                .isEqualTo(false)
                .jsonPath("$.problem.message")
                .isEqualTo("Deal has no field \"deal_amont\". Did you mean deal_amount?")
                .jsonPath("$.problem.start")
                .isEqualTo(0)
                .jsonPath("$.problem.end")
                .isEqualTo(10);
        world.workspace()
                .httpAs(Role.MEMBER)
                .post()
                .uri("/api/v1/schema/formula/check")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("record_type", "deal", "formula", "1"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void showsWhyAFieldIsEmpty() {
        formula(world, "deal", "Rest", "1 / (amount(deal_amount) - 900)");
        world.update("deal", deal, Map.of("next_step", "Call"));
        world.update("deal", deal, Map.of("deal_amount", 901));
        world.update("deal", deal, Map.of("deal_amount", 900));
        world.workspace()
                .http()
                .get()
                .uri("/api/v1/deals/" + deal)
                .exchange()
                .expectBody()
                .jsonPath("$._reasons.c_rest")
                .isEqualTo("Division by zero.");
    }

    @Test
    void hidesWhatIsWorkedOutFromAMaskedField() {
        formula(world, "deal", "Half", "deal_amount / 2");
        rollup(world, "Total", "sum", "deal_amount", null);
        world.update("deal", deal, Map.of("deal_amount", 1000));
        world.in(() -> Workspaces.bean(AccessRules.class)
                .replaceMasks(List.of(new FieldMask("deal", "deal_amount", Set.of(Role.MEMBER)))));
        var http = world.workspace().httpAs(Role.MEMBER);
        http.get()
                .uri("/api/v1/deals/" + deal)
                .exchange()
                .expectBody()
                .jsonPath("$.c_half")
                .doesNotExist();
        http.get()
                .uri("/api/v1/companies/" + company)
                .exchange()
                .expectBody()
                .jsonPath("$.c_total")
                .doesNotExist();
    }
}
