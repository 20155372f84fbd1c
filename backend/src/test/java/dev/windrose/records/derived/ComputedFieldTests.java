package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.Money;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.CustomFields;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ComputedFieldTests {

    @Autowired
    Records records;

    private RecordWorld world;
    private UUID north;
    private UUID south;

    @BeforeEach
    void twoCompanies() {
        world = RecordWorld.fresh();
        north = world.create("company", Map.of("name", "North Mill"));
        south = world.create("company", Map.of("name", "South Mill", "parent_company", north));
        SchemaWorld.define(world, "deal", "Weight", "number");
        SchemaWorld.define(world, "deal", "Visits", "integer");
    }

    private UUID deal(UUID company, @Nullable Integer amount, Map<String, ?> more) {
        var values = new HashMap<String, Object>(more);
        values.put("name", "Deal");
        values.put("company_id", company);
        if (amount != null) {
            values.put("deal_amount", Map.of("amount", amount, "currency", "EUR"));
        }
        return world.create("deal", values);
    }

    private @Nullable Object deal(UUID id, String field) {
        return world.get("deal", id).value(field);
    }

    private @Nullable Object company(UUID id, String field) {
        return world.get("company", id).value(field);
    }

    private static Money eur(int amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @Test
    void formulasFollowTheirOwnRecordInOrder() {
        formula(world, "deal", "Double", "c_weight * 2");
        formula(world, "deal", "Told", "concat(name, \": \", c_double)");
        formula(world, "deal", "Per visit", "deal_amount / c_visits");
        var id = deal(north, 100, Map.of("c_weight", 1.5, "c_visits", 4));
        assertThat(deal(id, "c_told")).isEqualTo("Deal: 3");
        assertThat(deal(id, "c_per_visit")).isEqualTo(eur(25));
        long version = world.get("deal", id).version();
        var update = world.update("deal", id, Map.of("c_weight", 10));
        assertThat(deal(id, "c_told")).isEqualTo("Deal: 20");
        assertThat(world.get("deal", id).version()).isEqualTo(version + 1);
        world.undo(update);
        assertThat(deal(id, "c_told")).isEqualTo("Deal: 3");
        assertThat(world.in(() -> records.query(RecordQuery.of("deal").where(Filter.is("c_double", 3)))))
                .extracting(record -> record.id())
                .containsExactly(id);
        assertThatThrownBy(() -> world.update("deal", id, Map.of("c_double", 5)))
                .isInstanceOf(AppException.class);
    }

    @Test
    void saysWhyThereIsNoValueAndStillSaves() {
        formula(world, "deal", "Per visit", "c_weight / c_visits");
        var id = deal(north, null, Map.of("c_weight", 1, "c_visits", 0));
        assertThat(world.get("deal", id).value("~c_per_visit")).isEqualTo("Division by zero.");
        assertThat(deal(id, "c_per_visit")).isNull();
        world.update("deal", id, Map.of("c_visits", 2));
        assertThat(world.get("deal", id).value("~c_per_visit")).isNull();
        assertThat(deal(id, "c_per_visit")).isEqualTo(new BigDecimal("0.5"));
    }

    @Test
    void formulasFollowOneAndTwoLinks() {
        formula(world, "deal", "Group", "company_id.parent_company.name");
        formula(world, "deal", "Account", "upper(company_id.name)");
        var id = deal(south, null, Map.of());
        assertThat(deal(id, "c_group")).isEqualTo("North Mill");
        world.update("company", north, Map.of("name", "Northern Group"));
        assertThat(deal(id, "c_group")).isEqualTo("Northern Group");
        world.update("company", south, Map.of("name", "Southern"));
        assertThat(deal(id, "c_account")).isEqualTo("SOUTHERN");
        var other = world.create("company", Map.of("name", "Other"));
        world.update("company", south, Map.of("parent_company", other));
        assertThat(deal(id, "c_group")).isEqualTo("Other");
        world.update("deal", id, Map.of("company_id", north));
        assertThat(deal(id, "c_group")).isNull();
        assertThat(deal(id, "c_account")).isEqualTo("NORTHERN GROUP");
    }

    @Test
    void rollUpsFollowCreationChangeMoveBinAndUndo() {
        rollup(world, "Deals", "count", null, null);
        rollup(world, "Total", "sum", "deal_amount", null);
        rollup(world, "Weights", "sum", "c_weight", Map.of("field", "c_visits", "op", "gte", "value", 2));
        rollup(world, "Largest", "max", "deal_amount", null);
        rollup(world, "Smallest", "min", "c_weight", null);
        rollup(world, "Newest", "last", "name", null);
        SchemaWorld.define(world, "deal", "Note", "text");
        var first = deal(north, 100, Map.of("c_weight", 1.5, "c_visits", 1));
        deal(north, 250, Map.of("c_weight", 2.25, "c_visits", 3));
        assertThat(company(north, "c_deals")).isEqualTo(2L);
        assertThat(company(north, "c_total")).isEqualTo(eur(350));
        assertThat(company(north, "c_weights")).isEqualTo(new BigDecimal("2.25"));
        assertThat(company(north, "c_largest")).isEqualTo(eur(250));
        assertThat(company(north, "c_smallest")).isEqualTo(new BigDecimal("1.5"));
        var visited = world.update("deal", first, Map.of("c_visits", 2, "name", "Renamed"));
        assertThat(company(north, "c_weights")).isEqualTo(new BigDecimal("3.75"));
        var moved = world.update("deal", first, Map.of("company_id", south));
        assertThat(company(north, "c_deals")).isEqualTo(1L);
        assertThat(company(south, "c_total")).isEqualTo(eur(100));
        assertThat(company(south, "c_newest")).isEqualTo("Renamed");
        var binned = world.apply(Cause.person(), DraftOperation.delete("deal", first));
        assertThat(company(south, "c_deals")).isEqualTo(0L);
        assertThat(company(south, "c_total")).isNull();
        world.undo(binned);
        assertThat(company(south, "c_total")).isEqualTo(eur(100));
        world.undo(moved);
        world.undo(visited);
        assertThat(company(north, "c_total")).isEqualTo(eur(350));
        assertThat(company(north, "c_weights")).isEqualTo(new BigDecimal("2.25"));
        assertThat(company(south, "c_deals")).isEqualTo(0L);
        assertThat(world.in(() -> records.query(
                        RecordQuery.of("company").sortedBy("-c_total").limit(1))))
                .extracting(record -> record.id())
                .containsExactly(north);
    }

    @Test
    void rollUpsOfFormulasAndFormulasOfRollUpsFollowThroughEveryLevel() {
        formula(world, "deal", "Weighted", "deal_amount * c_weight");
        rollup(world, "Expected", "sum", "c_weighted", null);
        formula(world, "company", "Rating", "amount(c_expected) > 100 ? \"high\" : \"low\"");
        formula(world, "deal", "Rated", "company_id.c_rating");
        var one = deal(north, 100, Map.of("c_weight", 0.5));
        var other = deal(north, 100, Map.of("c_weight", 0.1));
        assertThat(company(north, "c_expected")).isEqualTo(eur(60));
        assertThat(deal(one, "c_rated")).isEqualTo("low");
        world.update("deal", other, Map.of("c_weight", 0.9));
        assertThat(company(north, "c_rating")).isEqualTo("high");
        assertThat(deal(one, "c_rated")).isEqualTo("high");
        assertThat(deal(other, "c_rated")).isEqualTo("high");
    }

    @Test
    void sumsOfSeveralCurrenciesSayWhichThereAre() {
        rollup(world, "Total", "sum", "deal_amount", null);
        deal(north, 100, Map.of());
        var dollars = world.create(
                "deal",
                Map.of("name", "D", "company_id", north, "deal_amount", Map.of("amount", 5, "currency", "USD")));
        assertThat(company(north, "c_total")).isNull();
        assertThat(String.valueOf(company(north, "~c_total")))
                .startsWith("EUR 100.00 and USD 5.00; there is no exchange rate from ");
        world.apply(Cause.person(), DraftOperation.delete("deal", dollars));
        assertThat(company(north, "c_total")).isEqualTo(eur(100));
    }

    @Test
    void refusesCirclesAndWhatCannotBeRead() {
        formula(world, "deal", "First", "c_weight + 1");
        formula(world, "deal", "Second", "c_first + 1");
        rollup(world, "Sums", "sum", "c_second", null);
        assertThatThrownBy(() -> formula(world, "deal", "Third", "c_third + 1"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.getMessage()).contains("need each other"));
        var fourth = formula(world, "company", "Fourth", "c_sums + 1");
        assertThat(fourth).isNotNull();
        assertThatThrownBy(() -> world.in(() -> Workspaces.bean(CustomFields.class)
                        .change(id("c_first"), Map.of("formula", "c_weight + company_id.c_fourth"), false)))
                .isInstanceOfSatisfying(AppException.class, e -> assertThat(e.getMessage())
                        .contains("Deal: First")
                        .contains("Sums")
                        .contains("Fourth"));
        assertThatThrownBy(() -> formula(world, "deal", "Fifth", "c_weigt + 1"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.getMessage()).contains("Did you mean c_weight?"));
        assertThatThrownBy(() -> rollup(world, "Sixth", "sum", "name", null)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> rollup(
                        world, "Seventh", "count", null, Map.of("field", "company_id.name", "op", "is", "value", "x")))
                .isInstanceOf(AppException.class);
    }

    private String id(String field) {
        return world.in(() -> Workspaces.bean(CustomFields.class).list("deal").stream()
                .filter(one -> field.equals(one.get("name")))
                .map(one -> String.valueOf(one.get("id")))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void whatDependsOnTheTimeIsWorkedOutWhenRead() {
        formula(world, "deal", "Age", "days_between(created_at, today())");
        formula(world, "deal", "Old", "c_age > 10");
        var id = deal(north, null, Map.of());
        assertThat(deal(id, "c_age")).isEqualTo(BigDecimal.ZERO);
        assertThat(deal(id, "c_old")).isEqualTo(false);
        var later = Instant.now(new ScopedClock()).plusSeconds(20 * 86_400);
        var record = ScopedClock.at(later, () -> world.get("deal", id));
        assertThat(record.value("c_age")).isEqualTo(new BigDecimal("20"));
        assertThat(record.value("c_old")).isEqualTo(true);
        assertThat(world.in(() -> records.query(RecordQuery.of("deal")))
                        .getFirst()
                        .value("c_old"))
                .isEqualTo(false);
        assertThatThrownBy(() ->
                        world.in(() -> records.query(RecordQuery.of("deal").where(Filter.is("c_old", true)))))
                .isInstanceOf(AppException.class);
        assertThatThrownBy(() -> rollup(world, "Oldest", "max", "c_age", null)).isInstanceOf(AppException.class);
    }

    @Test
    void conditionsKeepWrongRecordsOut() {
        SchemaWorld.define(
                world,
                "deal",
                "Discount",
                "number",
                Map.of(
                        "validation",
                        Map.of(
                                "expression", "c_discount == null || c_discount <= 30",
                                "message", "At most 30 percent.")));
        var id = deal(north, null, Map.of("c_discount", 10));
        assertThatThrownBy(() -> world.update("deal", id, Map.of("c_discount", 31)))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.getMessage()).contains("At most 30"));
        world.update("deal", id, Map.of("c_weight", 3));
        assertThatThrownBy(() -> SchemaWorld.define(
                        world,
                        "deal",
                        "Wrong",
                        "number",
                        Map.of("validation", Map.of("expression", "1 + 1", "message", "x"))))
                .isInstanceOf(AppException.class);
    }

    @Test
    void aNewFieldIsWorkedOutForTheRecordsThereAre() throws InterruptedException {
        var operations = IntStream.range(0, 1_200)
                .mapToObj(
                        n -> DraftOperation.create("deal", Map.of("name", "D" + n, "company_id", north, "c_weight", n)))
                .toArray(DraftOperation[]::new);
        world.apply(Cause.person(), operations);
        formula(world, "deal", "Half", "c_weight / 2");
        rollup(world, "Sum", "sum", "c_half", null);
        DerivedWorld.settle(world);
        assertThat(deal(operations[601].recordId(), "c_half")).isEqualTo(new BigDecimal("300.5"));
        assertThat(company(north, "c_sum")).isEqualTo(new BigDecimal(1_200 * 1_199 / 4));
        assertThat(company(south, "c_sum")).isNull();
    }

    @Test
    void twoHundredFormulasOfOneTypeFollowEachOther() {
        formula(world, "deal", "F0", "c_weight + 1");
        for (int n = 1; n < 200; n++) {
            formula(world, "deal", "F" + n, "c_f%d + 1".formatted(n - 1));
        }
        var id = deal(north, null, Map.of("c_weight", 0));
        assertThat(deal(id, "c_f199")).isEqualTo(new BigDecimal("200"));
        world.update("deal", id, Map.of("c_weight", 5));
        assertThat(deal(id, "c_f199")).isEqualTo(new BigDecimal("205"));
        assertThat(List.of(deal(id, "c_f0"))).containsExactly(new BigDecimal("6"));
    }
}
