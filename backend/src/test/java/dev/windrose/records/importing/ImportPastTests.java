package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that tell of the past of records, with its own times. */
@WindroseTest
class ImportPastTests {

    private static final String DEALS = """
            Record ID,Opportunity Name,Stage,Date entered Lead (Main),Date entered Qualified (Main),hs_v2_date_entered_won
            701,Winter order,Qualified,2025-01-10 08:00,2025-02-03,
            702,Spring order,Won,2025-03-01T09:00:00Z,2025-03-20,2025-04-02
            703,Summer order,Lead,yesterday,,
            """;

    ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void columnsOfDaysBecomeThePastOfTheRecords() {
        var upload = world.upload("deal", DEALS);
        List<String> suggested = upload.at("$.columns[*].suggested_field");
        assertThat(suggested).contains("entered:stage:lead", "entered:stage:qualified", "entered:stage:won");
        assertThat(upload.<List<String>>at("$.history_targets[*].target")).contains("entered:stage:lead");
        String id = upload.at("$.id");
        world.put("/imports/" + id + "/mapping", world.proposed(upload));
        var dry = world.post("/imports/" + id + "/dry-run");
        assertThat(dry.number("$.history")).as(dry.body()).isEqualTo(5);
        assertThat(dry.number("$.refused")).isEqualTo(1);
        var done = world.finish(id);
        assertThat(done.number("$.result.history")).as(done.body()).isEqualTo(5);
        assertThat(past("Spring order")).containsExactly("won 2025-04-02", "qualified 2025-03-20", "lead 2025-03-01");
        assertThat(past("Winter order")).containsExactly("qualified 2025-02-03", "lead 2025-01-10");

        var again = world.upload("deal", DEALS);
        world.put("/imports/" + again.<String>at("$.id") + "/mapping", world.proposed(again));
        var same = world.finish(again.at("$.id"));
        assertThat(same.number("$.result.history")).isZero();
        assertThat(same.number("$.result.unchanged")).as(same.body()).isEqualTo(2);
    }

    @Test
    void aFileOfChangesIsLaidUnderWhatIsKnownAndTakenBack() {
        world.run(
                "deal",
                "deals.csv",
                "Record ID,Opportunity Name,Stage\n701,Winter order,Won\n702,Spring order,Lead\n".getBytes());
        assertThat(past("Winter order")).hasSize(1);
        var today = past("Winter order");
        var upload = world.upload("deal", """
                Record ID,Stage,From,To,By,Why
                701,Lead,2025-01-10,2025-02-01,,first call
                701,Qualified,2025-02-01,,,
                701,Wonn,2025-02-20,,,
                702,Qualified,2025-03-01,,,
                799,Lead,2025-03-01,,,
                """);
        assertThat(upload.<String>at("$.kind")).as(upload.body()).isEqualTo("history");
        String id = upload.at("$.id");
        var mapping = new LinkedHashMap<>(world.proposed(upload));
        mapping.put("match_key", "external_id");
        Map<String, Object> columns = new LinkedHashMap<>((Map<String, Object>) mapping.get("columns"));
        columns.put("Record ID", "external_id");
        mapping.put("columns", columns);
        mapping.put("choices", Map.of());
        var mapped = world.put("/imports/" + id + "/mapping", mapping);
        assertThat(mapped.<List<String>>at("$.choice_questions[*].values[*].value"))
                .as(mapped.body())
                .containsExactly("Wonn");
        var dry = world.post("/imports/" + id + "/dry-run");
        assertThat(dry.number("$.history")).as(dry.body()).isEqualTo(3);
        assertThat(dry.number("$.updates")).isEqualTo(3);
        assertThat(dry.number("$.refused")).isEqualTo(2);
        assertThat(past("Winter order")).isEqualTo(today);

        var done = world.finish(id);
        for (String count : List.of("updates", "refused", "history", "creates", "unchanged")) {
            assertThat(done.number("$.result." + count)).as(count).isEqualTo(dry.number("$." + count));
        }
        assertThat(past("Winter order")).hasSize(3).endsWith("qualified 2025-02-01", "lead 2025-01-10");
        assertThat(past("Spring order")).endsWith("qualified 2025-03-01");

        assertThat(world.post("/imports/" + id + "/undo").<String>at("$.status"))
                .isEqualTo("undone");
        assertThat(past("Winter order")).isEqualTo(today);
    }

    /** The newest first, each with the day on which it began. */
    private List<String> past(String deal) {
        var found = world.post("/deals/query", Map.of("filter", Map.of("field", "name", "op", "is", "value", deal)));
        var history = world.get("/deals/" + found.<String>at("$.data[0].id") + "/stage-history");
        return history.<List<Map<String, Object>>>at("$.data").stream()
                .map(one -> one.get("value") + " "
                        + String.valueOf(one.get("entered_at")).substring(0, 10))
                .toList();
    }
}
