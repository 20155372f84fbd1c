package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that fill what a workspace has added, and files made of it. */
@WindroseTest
class ImportCustomTests {

    private static final String ASSETS = """
            Name,Serial number,Tier,Price,Bought,Company,Insured
            Pump,S-1,Gold,"1,200.50 EUR",2026-01-31,Nordlicht,yes
            Press,S-2,Silver,90 USD,2026-02-28,Nordlicht,no
            Crane,S-3,Bronze,5,someday,Nordlicht,yes
            """;

    private ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
        world.post("/companies", Map.of("name", "Nordlicht"));
        world.post("/schema/entities", Map.of("label", "Asset"));
        define("Serial number", "text", Map.of("unique", true));
        define("Tier", "choice", Map.of("choices", List.of("Gold", "Silver")));
        define("Price", "money", Map.of());
        define("Bought", "date", Map.of());
        define("Company", "reference", Map.of("ref", "company"));
        define("Insured", "boolean", Map.of());
    }

    @Test
    void importsAddedFieldsOfAnAddedTypeAndExportsThem() {
        var done = world.run("c_asset", "assets.csv", ASSETS.getBytes(StandardCharsets.UTF_8));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(2);
        assertThat(done.number("$.result.refused")).as(done.body()).isEqualTo(1);
        var pump = world.post("/c_assets/query", Map.of("filter", Map.of("field", "c_serial_number", "value", "s-1")));
        assertThat(pump.<Map<String, Object>>at("$.data[0]"))
                .containsEntry("c_tier", "gold")
                .containsEntry("c_bought", "2026-01-31")
                .containsEntry("c_insured", true);
        assertThat(pump.<String>at("$.data[0]._refs.c_company.title")).isEqualTo("Nordlicht");
        assertThat(pump.<Double>at("$.data[0].c_price.amount")).isEqualTo(1200.5);

        var again = world.run(
                "c_asset", "assets.csv", ASSETS.replace("Gold", "Silver").getBytes(StandardCharsets.UTF_8));
        assertThat(again.number("$.result.updates")).as(again.body()).isEqualTo(1);
        assertThat(again.number("$.result.unchanged")).isEqualTo(1);
        assertThat(world.count("c_assets")).isEqualTo(2);

        var exported = world.post(
                "/c_assets/export",
                Map.of(
                        "format",
                        "csv",
                        "sort",
                        List.of("name"),
                        "fields",
                        List.of("name", "c_tier", "c_price", "c_bought", "c_company", "c_insured")));
        assertThat(exported.status()).as(exported.body()).isEqualTo(200);
        assertThat(exported.body())
                .contains("Tier")
                .contains("Pump")
                .contains("Nordlicht")
                .contains("2026-01-31");
    }

    @Test
    void aRefusedRowIsCalledByItsNameAlsoAfterTheRun() {
        var done = world.run("c_asset", "assets.csv", ASSETS.getBytes(StandardCharsets.UTF_8));
        var rows = world.get("/imports/%s/rows?outcome=refused".formatted(done.<String>at("$.id")));
        assertThat(rows.<String>at("$.data[0].title")).as(rows.body()).isEqualTo("Crane");
    }

    @Test
    void aColumnGetsAFieldOfItsOwnAlsoWhileTheTypesAreInUse() {
        var file = world.upload("company", "Account Name,Loading bays\nOtter Yard,4\n");
        world.get("/meta/types");
        var made =
                world.post("/imports/%s/fields".formatted(file.<String>at("$.id")), Map.of("column", "Loading bays"));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.<String>at("$.mapping.columns['Loading bays']")).isEqualTo("c_loading_bays");
    }

    private void define(String label, String kind, Map<String, Object> more) {
        var json = new LinkedHashMap<String, Object>(more);
        json.put("record_type", "c_asset");
        json.put("label", label);
        json.put("kind", kind);
        var answer = world.post("/schema/fields", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
