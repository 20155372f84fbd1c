package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordPage;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class CustomFilterTests {

    private static final Map<String, Object> TIERS = Map.of("choices", List.of("Gold", "Silver", "Bronze"));

    private RecordWorld world;

    @BeforeEach
    void start() {
        world = RecordWorld.fresh();
    }

    @Test
    void filtersByValuesOfEveryKind() {
        SchemaWorld.define(world, "company", "Code", "text");
        SchemaWorld.define(world, "company", "Seats", "integer");
        SchemaWorld.define(world, "company", "Rate", "number");
        SchemaWorld.define(world, "company", "Budget", "money");
        SchemaWorld.define(world, "company", "Signed", "date");
        SchemaWorld.define(world, "company", "Vip", "boolean");
        SchemaWorld.define(world, "company", "Tier", "choice", TIERS);
        SchemaWorld.define(world, "company", "Labels", "multi_choice", TIERS);
        SchemaWorld.define(world, "company", "Partner", "reference", Map.of("ref", "company"));
        var one = world.create("company", Map.of("name", "One"));
        var budget = Map.of("amount", 1000, "currency", "EUR");
        var two = world.create(
                "company",
                Map.of(
                        "name",
                        "Two",
                        "c_code",
                        "Äbc 1",
                        "c_seats",
                        5,
                        "c_rate",
                        2.5,
                        "c_budget",
                        budget,
                        "c_signed",
                        "2026-03-31",
                        "c_vip",
                        true,
                        "c_tier",
                        "gold",
                        "c_labels",
                        List.of("gold", "bronze"),
                        "c_partner",
                        one));
        var three = world.create(
                "company", Map.of("name", "Three", "c_seats", 9, "c_labels", List.of("silver"), "c_vip", false));

        assertThat(found("c_code", FilterOp.IS, "abc 1")).containsExactly(two);
        assertThat(found("c_code", FilterOp.STARTS_WITH, "AB")).containsExactly(two);
        assertThat(found("c_code", FilterOp.IS_NOT, "abc 1")).containsExactly(one, three);
        assertThat(found("c_code", FilterOp.EMPTY, null)).containsExactly(one, three);
        assertThat(found("c_seats", FilterOp.GTE, 6)).containsExactly(three);
        assertThat(found("c_seats", FilterOp.BETWEEN, List.of(5, 9))).containsExactly(two, three);
        assertThat(found("c_seats", FilterOp.NOT_EMPTY, null)).containsExactly(two, three);
        assertThat(found("c_rate", FilterOp.LT, 3)).containsExactly(two);
        assertThat(found("c_budget", FilterOp.GT, 900)).containsExactly(two);
        assertThat(found("c_budget", FilterOp.IS, Map.of("amount", 1000, "currency", "USD")))
                .isEmpty();
        assertThat(found("c_signed", FilterOp.LTE, "2026-03-31")).containsExactly(two);
        assertThat(found("c_vip", FilterOp.IS, false)).containsExactly(three);
        assertThat(found("c_tier", FilterOp.IN, List.of("gold", "silver"))).containsExactly(two);
        assertThat(found("c_labels", FilterOp.CONTAINS_ALL, List.of("gold", "bronze")))
                .containsExactly(two);
        assertThat(found("c_labels", FilterOp.CONTAINS_ANY, List.of("silver", "bronze")))
                .containsExactly(two, three);
        assertThat(found("c_partner", FilterOp.IS, one)).containsExactly(two);
        assertThat(found("c_partner.name", FilterOp.IS, "One")).containsExactly(two);
    }

    @Test
    void followsChangesOfValues() {
        SchemaWorld.define(world, "company", "Labels", "multi_choice", TIERS);
        var id = world.create("company", Map.of("name", "One", "c_labels", List.of("gold", "silver")));
        var update = world.update("company", id, Map.of("c_labels", List.of("bronze")));
        assertThat(found("c_labels", FilterOp.IN, List.of("gold"))).isEmpty();
        assertThat(found("c_labels", FilterOp.IN, List.of("bronze"))).containsExactly(id);
        world.undo(update);
        assertThat(found("c_labels", FilterOp.IN, List.of("gold"))).containsExactly(id);
    }

    @Test
    void sortsAndPagesThroughAllRecords() {
        SchemaWorld.define(world, "company", "Seats", "integer");
        SchemaWorld.define(world, "company", "Tier", "choice", TIERS);
        for (int i = 0; i < 11; i++) {
            var values = new LinkedHashMap<String, Object>(Map.of("name", "Company " + i));
            if (i % 3 != 0) {
                values.put("c_seats", i % 4);
                values.put("c_tier", i % 2 == 0 ? "gold" : "silver");
            }
            world.create("company", values);
        }
        for (String[] sort : List.of(
                new String[] {"c_seats"},
                new String[] {"-c_seats"},
                new String[] {"c_tier"},
                new String[] {"c_tier", "-c_seats"},
                new String[] {"-c_seats", "name"})) {
            var query = RecordQuery.of("company").sortedBy(sort);
            var whole = ids(query.limit(50));
            assertThat(whole).hasSize(11).doesNotHaveDuplicates();
            var paged = new ArrayList<UUID>();
            String cursor = null;
            do {
                var page = page(query.limit(2).after(cursor));
                page.data().forEach(record -> paged.add(record.id()));
                cursor = page.nextCursor();
            } while (cursor != null);
            assertThat(paged).as(String.join(",", sort)).isEqualTo(whole);
        }
        var sizes = page(RecordQuery.of("company").sortedBy("-c_seats").limit(50)).data().stream()
                .map(record -> record.value("c_seats"))
                .toList();
        assertThat(sizes).startsWith(3L, 2L).endsWith(null, null, null, null);
    }

    @Test
    void refusesWhatAFieldIsNotMadeFor() {
        var id = SchemaWorld.define(world, "company", "Code", "text", Map.of("filter", false, "sort", false));
        assertCode(CommonError.UNKNOWN_FILTER, Filter.is("c_code", "x"));
        world.in(() -> SchemaWorld.fields().remove(id, false));
        assertCode(CommonError.UNKNOWN_FIELD, Filter.is("c_code", "x"));
    }

    private void assertCode(CommonError code, Filter filter) {
        assertThatThrownBy(() -> ids(RecordQuery.of("company").where(filter)))
                .isInstanceOfSatisfying(
                        AppException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private List<UUID> found(String field, FilterOp op, @Nullable Object value) {
        return ids(RecordQuery.of("company")
                .where(new Filter.Compare(field, op, value))
                .sortedBy("created_at"));
    }

    private List<UUID> ids(RecordQuery query) {
        return page(query).data().stream().map(record -> record.id()).toList();
    }

    private RecordPage page(RecordQuery query) {
        return world.in(() -> Workspaces.bean(Records.class).page(query));
    }
}
