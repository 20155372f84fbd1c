package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static dev.windrose.records.derived.DerivedWorld.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Role;
import dev.windrose.records.Money;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import dev.windrose.records.currency.ExchangeRate;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.custom.CustomFields;
import dev.windrose.records.custom.CustomTypes;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Computed values and conditions follow what they are made of: rates, fields and types. */
@WindroseTest
class FollowSchemaTests {

    private RecordWorld world;
    private UUID company;

    @BeforeEach
    void startWithACompany() {
        world = RecordWorld.fresh();
        company = world.create("company", Map.of("name", "North Mill"));
    }

    @Test
    void aNewRateIsWorkedIntoWhatIsKept() throws InterruptedException {
        rollup(world, "Total", "sum", "deal_amount", null);
        formula(world, "deal", "In dollars", "convert(deal_amount, \"USD\")");
        formula(world, "deal", "Twice", "c_in_dollars * 2");
        var deal = deal(Map.of("deal_amount", Map.of("amount", 100, "currency", "EUR")));
        deal(Map.of("deal_amount", Map.of("amount", 5, "currency", "USD")));
        settle(world);
        assertThat(world.get("deal", deal).value("c_in_dollars")).isNull();
        assertThat(world.get("company", company).value("c_total")).isNull();
        rate("1.2");
        assertThat(world.get("deal", deal).value("c_twice")).isEqualTo(usd("240"));
        assertThat(world.get("company", company).value("c_total")).isEqualTo(usd("125"));
        rate("1.3");
        assertThat(world.get("deal", deal).value("c_twice")).isEqualTo(usd("260"));
        assertThat(world.get("company", company).value("c_total")).isEqualTo(usd("135"));
    }

    @Test
    void whatReadsARemovedFieldIsEmptyAndSaysWhy() throws InterruptedException {
        var weight = SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Half", "c_weight / 2");
        formula(world, "deal", "Quarter", "c_half / 2");
        rollup(world, "Weights", "sum", "c_weight", null);
        var deal = deal(Map.of("c_weight", 8));
        assertThat(world.get("deal", deal).value("c_quarter")).isEqualTo(new BigDecimal("2"));

        world.in(() -> fields().remove(weight, false));
        settle(world);
        assertThat(world.get("deal", deal).value("c_half")).isNull();
        assertThat(String.valueOf(world.get("deal", deal).value("~c_half"))).contains("c_weight");
        assertThat(world.get("deal", deal).value("c_quarter")).isNull();
        assertThat(String.valueOf(world.get("company", company).value("~c_weights")))
                .contains("c_weight");

        world.in(() -> fields().restore(weight, false));
        settle(world);
        assertThat(world.get("deal", deal).value("c_quarter")).isEqualTo(new BigDecimal("2"));
        assertThat(world.get("company", company).value("c_weights")).isEqualTo(new BigDecimal("8"));
        assertThat(world.get("company", company).value("~c_weights")).isNull();
    }

    @Test
    void whatAddsUpARemovedTypeIsEmptyAndSaysWhy() throws InterruptedException {
        String visit = SchemaWorld.type(world, "Visit");
        SchemaWorld.define(world, visit, "Account", "reference", Map.of("ref", "company"));
        SchemaWorld.define(
                world,
                "company",
                "Visits",
                "rollup",
                Map.of("rollup", Map.of("type", visit, "via", "c_account", "op", "count")));
        world.create(visit, Map.of("name", "First", "c_account", company));
        assertThat(world.get("company", company).value("c_visits")).isEqualTo(1L);
        var types = Workspaces.bean(CustomTypes.class);
        var id = UUID.fromString(String.valueOf(world.in(types::list).getFirst().get("id")));
        world.in(() -> types.remove(id, false));
        settle(world);
        assertThat(world.get("company", company).value("c_visits")).isNull();
        assertThat(world.get("company", company).value("~c_visits")).isNotNull();
        world.in(() -> types.restore(id, false));
        settle(world);
        assertThat(world.get("company", company).value("c_visits")).isEqualTo(1L);
    }

    @Test
    void aConditionWithoutAnAnswerRefusesAndNamesItself() {
        SchemaWorld.define(world, "deal", "Visits", "integer");
        SchemaWorld.define(world, "deal", "Effort", "number", condition("c_effort / c_visits < 10.0", "Too much."));
        var deal = deal(Map.of("c_effort", 5, "c_visits", 1));
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("c_effort", 50)))
                .hasMessageContaining("Too much.");
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("c_visits", 0)))
                .hasMessageContaining("The condition of Effort, \"c_effort / c_visits < 10.0\", has no answer")
                .hasMessageContaining("Division by zero");
    }

    @Test
    void aFieldThatAConditionReadsStays() {
        var visits = SchemaWorld.define(world, "deal", "Visits", "integer");
        var effort = SchemaWorld.define(world, "deal", "Effort", "number", condition("c_visits < 10", "Too many."));
        var told = world.in(() -> fields().remove(visits, true)).impactJson();
        assertThat(told.get("used_in").toString()).contains("condition", "Deal: Effort");
        assertThatThrownBy(() -> world.in(() -> fields().remove(visits, false)))
                .hasMessageContaining("The condition of Deal: Effort reads Visits");
        assertThatThrownBy(() -> world.in(() -> fields().change(visits.toString(), Map.of("kind", "text"), false)))
                .hasMessageContaining("Change the condition first");
        world.in(() -> fields().change(effort.toString(), mapOfNull("validation"), false));
        world.in(() -> fields().remove(visits, false));
        deal(Map.of("c_effort", 3));
    }

    @Test
    void aNewConditionTellsHowManyRecordsItRefuses() {
        SchemaWorld.define(world, "deal", "Visits", "integer");
        for (int visits = 1; visits <= 5; visits++) {
            deal(Map.of("c_visits", visits));
        }
        var more = new HashMap<String, Object>(condition("c_visits < 4", "Too many."));
        more.putAll(Map.of("record_type", "deal", "label", "Effort", "kind", "number"));
        var created = world.in(() -> fields().create(more, true));
        assertThat(created.impactJson()).containsEntry("invalid", 2L).doesNotContainKey("checked");
        var effort = SchemaWorld.define(world, "deal", "Effort", "number");
        assertThat(world.in(() -> fields().change(effort.toString(), condition("c_effort > 0.0", "Say it."), true))
                        .impactJson())
                .containsEntry("invalid", 0L);
        assertThat(world.in(() -> fields().change(
                                        effort.toString(), condition("c_effort > 0.0 || c_visits > 9", "More."), true))
                        .impactJson())
                .containsEntry("invalid", 5L);
    }

    @Test
    void aConditionOnAValueIsNotAskedWhereThereIsNone() {
        SchemaWorld.define(world, "deal", "Visits", "integer", condition("c_visits > 0", "Above zero."));
        var deal = deal(Map.of());
        assertThatThrownBy(() -> world.update("deal", deal, Map.of("c_visits", 0)))
                .hasMessageContaining("Above zero.");
        world.update("deal", deal, Map.of("c_visits", 2));
        world.update("deal", deal, mapOfNull("c_visits"));
    }

    @Test
    void impactNamesViewsAndRolesThatUseAField() {
        var visits = SchemaWorld.define(world, "deal", "Visits", "integer", Map.of("filter", true));
        world.workspace()
                .http()
                .post()
                .uri("/api/v1/views")
                .body(Map.of(
                        "name",
                        "Often visited",
                        "record_type",
                        "deal",
                        "query",
                        Map.of("filter", Map.of("field", "c_visits", "op", "gte", "value", 2))))
                .exchange()
                .expectStatus()
                .isCreated();
        world.in(() -> Workspaces.bean(AccessRules.class)
                .replaceMasks(List.of(new FieldMask("deal", "c_visits", Set.of(Role.VIEWER)))));
        assertThat(world.in(() -> fields().remove(visits, true))
                        .impactJson()
                        .get("used_in")
                        .toString())
                .contains("view", "Often visited", "mask", "Hidden from viewer");
    }

    private static Map<String, Object> condition(String expression, String message) {
        return Map.of("validation", Map.of("expression", expression, "message", message));
    }

    private static Map<String, Object> mapOfNull(String key) {
        var map = new HashMap<String, Object>();
        map.put(key, null);
        return map;
    }

    private UUID deal(Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("name", "Deal");
        all.put("company_id", company);
        return world.create("deal", all);
    }

    private void rate(String rate) throws InterruptedException {
        var today = world.in(() ->
                Workspaces.bean(dev.windrose.platform.people.Workspaces.class).today());
        world.in(() -> Workspaces.bean(ExchangeRates.class)
                .set(List.of(new ExchangeRate("EUR", LocalDate.from(today), new BigDecimal(rate), null, null))));
        settle(world);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }

    private static CustomFields fields() {
        return Workspaces.bean(CustomFields.class);
    }
}
