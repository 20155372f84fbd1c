package dev.windrose.agents.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.agents.tool.CallTool;
import dev.windrose.agents.tool.ToolRights;
import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WindroseTest
class PriceToolsTests {

    private static final String ABOVE = "A discount above 12 % needs the approval of the sales lead.";

    @Autowired
    CallTool call;

    private RecordWorld world;
    private UUID product;
    private UUID company;

    @BeforeEach
    void priceBook() {
        world = RecordWorld.fresh();
        product = world.create("product", Map.of("name", "Kiln Watch"));
        company = world.create("company", Map.of("name", "Delmar Ceramics"));
        world.create(
                "price_book_entry",
                Map.of(
                        "product_id",
                        product,
                        "list_price",
                        120,
                        "currency",
                        "EUR",
                        "per",
                        "year",
                        "unit",
                        "kiln",
                        "term_reduction_percent",
                        Map.of("24", 5)));
        world.create(
                "context_entry",
                Map.of(
                        "category",
                        "policy",
                        "kind",
                        "approval",
                        "title",
                        "Discounts",
                        "status",
                        "live",
                        "details",
                        Map.of("clause", ABOVE)));
    }

    @Test
    void tellsAPriceWithItsLinesAndClauses() {
        var told =
                call(world.actor(), "price_quote", Map.of("quantity", 10, "term_months", 24, "discount_percent", 15));
        assertThat(told.path("yearly_amount").decimalValue()).isEqualByComparingTo("969");
        assertThat(told.path("total_amount").decimalValue()).isEqualByComparingTo("1938");
        assertThat(told.path("lines").get(0).path("price_book_entry_id").asString())
                .isNotBlank();
        assertThat(told.path("clauses").get(0).path("clause").asString()).isEqualTo(ABOVE);
        assertThat(told.path("similar_quotes").path("count").asInt()).isZero();
    }

    @Test
    void tellsWhatWasGivenOnSimilarQuotes() {
        for (int percent : new int[] {4, 6, 11}) {
            world.create(
                    "quote",
                    Map.of("product_id", product, "quantity", 12, "discount_percent", percent, "status", "sent"));
        }
        world.create("quote", Map.of("product_id", product, "quantity", 100, "discount_percent", 12, "status", "sent"));
        var told = call(world.actor(), "price_quote", Map.of("quantity", 10));
        assertThat(told.path("similar_quotes").path("count").asInt()).isEqualTo(3);
        assertThat(told.path("similar_quotes").path("median_discount_percent").decimalValue())
                .isEqualByComparingTo("6");
    }

    @Test
    void makesAQuoteThatNeedsNobody() {
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        var told = call(
                member, "make_quote", Map.of("quantity", 10, "discount_percent", 12, "company_id", company.toString()));
        assertThat(told.path("waits_for_decision").asBoolean()).isFalse();
        var id = UUID.fromString(told.path("change_sets")
                .get(0)
                .path("operations")
                .get(0)
                .path("id")
                .asString());
        assertThat(world.get("quote", id).values())
                .containsEntry("company_id", company)
                .containsEntry("status", "draft");
    }

    @Test
    void letsAQuoteWaitThatNeedsAnApproval() {
        var member = world.workspace().person("Ada Brandt", Role.MEMBER);
        var told = call(member, "make_quote", Map.of("quantity", 10, "discount_percent", 13));
        assertThat(told.path("waits_for_decision").asBoolean()).isTrue();
        assertThat(told.at("/change_sets/0/operations/0/reason").asString())
                .isEqualTo("Needs approval by sales_lead: " + ABOVE);
    }

    @Test
    void asksForTheRightToSeeAndToMake() {
        var viewer = world.workspace().person("Vera Lund", Role.VIEWER);
        assertThatThrownBy(() -> call(viewer, "make_quote", Map.of("quantity", 10)))
                .isInstanceOf(AppException.class);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> call(world.actor(), "price_quote", Map.of("quantity", 0)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("1 or more");
        assertThatThrownBy(() -> call(world.actor(), "price_quote", Map.of("quantity", 1, "currency", "CHF")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("no price in CHF");
    }

    private JsonNode call(Actor actor, String tool, Map<String, Object> more) {
        var arguments = new HashMap<String, Object>(Map.of("product_id", product.toString()));
        arguments.putAll(more);
        return world.as(actor).in(() -> call.of(tool, arguments, ToolRights.ALL));
    }
}
