package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Computed fields follow what comes in many at once: by a file, and by a bulk edit; the API shows them as they are kept. */
@WindroseTest
class ImportComputedTests {

    private static final int ROWS = 120;

    private ImportWorld world;

    @BeforeEach
    void definitions() {
        world = new ImportWorld(Workspaces.fresh());
        define("deal", "Weight", "number", Map.of());
        define("deal", "Visits", "integer", Map.of());
        define("deal", "Double", "formula", Map.of("formula", "c_weight * 2.0", "filter", true));
        define("deal", "Per visit", "formula", Map.of("formula", "c_weight / c_visits"));
        define("company", "Weights", "rollup", Map.of("rollup", rollup("sum", "c_double"), "filter", true));
        define("company", "Deals", "rollup", Map.of("rollup", rollup("count", null)));
        for (String name : List.of("Nordlicht", "Fernweh")) {
            world.post("/companies", Map.of("name", name));
        }
    }

    @Test
    void followAFileAndABulkEdit() {
        var file = new StringBuilder("Name,Account,Weight,Visits\n");
        for (int row = 0; row < ROWS; row++) {
            file.append("Deal %d,%s,%d,%d\n".formatted(row, row % 2 == 0 ? "Nordlicht" : "Fernweh", row, row % 3));
        }
        var done = world.run("deal", "deals.csv", file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(ROWS);
        assertThat(account("Nordlicht").number("$.data[0].c_weights")).isEqualTo(sum(0));
        assertThat(account("Fernweh").number("$.data[0].c_weights")).isEqualTo(sum(1));

        var all = Map.of("field", "deal_state", "op", "is", "value", "open");
        var edited = world.post("/deals/bulk", Map.of("filter", all, "set", Map.of("c_weight", 3)));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(account("Nordlicht").number("$.data[0].c_weights")).isEqualTo(ROWS / 2 * 6);
        assertThat(account("Nordlicht").number("$.data[0].c_deals")).isEqualTo(ROWS / 2);
        var heavy = Map.of("field", "c_double", "op", "is", "value", 6);
        assertThat(world.post("/deals/query", Map.of("filter", heavy, "count", true, "limit", 1))
                        .number("$.total"))
                .isEqualTo(ROWS);

        var undone = world.post("/change-sets/" + edited.at("$.id") + "/undo");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(account("Fernweh").number("$.data[0].c_weights")).isEqualTo(sum(1));
        var binned = world.post("/deals/bulk", Map.of("filter", all, "action", "delete"));
        assertThat(binned.status()).as(binned.body()).isEqualTo(200);
        assertThat(account("Fernweh").number("$.data[0].c_deals")).isZero();
    }

    @Test
    void areShownAsTheyAreKept() {
        var made = world.post("/deals", Map.of("name", "Pumps", "c_weight", 4, "c_visits", 0));
        assertThat(made.number("$.c_double")).isEqualTo(8);
        String id = made.at("$.id");
        var read = world.get("/deals/" + id);
        assertThat(read.number("$.c_double")).isEqualTo(8);
        assertThat(read.<Object>at("$.c_per_visit")).isNull();
        assertThat(read.<String>at("$._reasons.c_per_visit")).isEqualTo("Division by zero.");
        assertThat(read.number("$.version")).isEqualTo(1);
        assertThat(world.get("/deals?filter[c_double][gte]=8").number("$.data[0].c_double"))
                .isEqualTo(8);
        assertThat(world.post("/deals", Map.of("name", "Own", "c_double", 1)).status())
                .isEqualTo(400);
        List<Map<String, Object>> fields = world.get("/meta/types").at("$[?(@.name == 'deal')].fields[*]");
        assertThat(fields).anySatisfy(field -> assertThat(field)
                .containsEntry("name", "c_double")
                .containsEntry("derived", true)
                .containsEntry("formula", "c_weight * 2.0"));
    }

    /** Of the doubled weights of every second row. */
    private static long sum(int first) {
        long sum = 0;
        for (int row = first; row < ROWS; row += 2) {
            sum += 2L * row;
        }
        return sum;
    }

    private ImportWorld.Answer account(String name) {
        return world.post("/companies/query", Map.of("filter", Map.of("field", "name", "value", name)));
    }

    private static Map<String, Object> rollup(String op, @Nullable String field) {
        var rollup = new HashMap<String, Object>(Map.of("type", "deal", "via", "company_id", "op", op));
        if (field != null) {
            rollup.put("field", field);
        }
        return rollup;
    }

    private void define(String type, String label, String kind, Map<String, Object> more) {
        var json = new HashMap<String, Object>(more);
        json.putAll(Map.of("record_type", type, "label", label, "kind", kind));
        var answer = world.post("/schema/fields", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
