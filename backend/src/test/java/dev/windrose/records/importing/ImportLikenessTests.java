package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows matched by all they say. */
@WindroseTest
class ImportLikenessTests {

    private static final String HEADER = "Account Name,Website\n";

    ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void likeRowsAreTheRecordDoubtfulOnesAreReviewedOthersAreNew() throws InterruptedException {
        for (var company : List.of(
                Map.of("name", "Alder & Vale Instruments", "website_url", "https://alder.example"),
                Map.of("name", "Birch Works"),
                Map.of("name", "Cedar Yard Logistics", "website_url", "https://cedar.example"))) {
            assertThat(world.post("/companies", company).status()).isEqualTo(201);
        }
        awaitKeys();
        var upload = world.upload("company", HEADER + """
                "Alder and Vale Instruments Ltd.",www.alder.example
                Birch Works,
                Cedar Yard Logistik,
                Dogwood Partners,dogwood.example
                "ALDER & VALE Instruments",alder.example
                """);
        assertThat(upload.<List<String>>at("$.match_keys")).contains("fuzzy_name");
        String uri = "/imports/" + upload.<String>at("$.id");
        var mapping = mapping();
        assertThat(world.put(uri + "/mapping", mapping).status()).isEqualTo(200);
        var dry = world.post(uri + "/dry-run");
        var rows = world.get(uri + "/rows");
        assertThat(rows.<List<String>>at("$.data[*].outcome"))
                .as(rows.body())
                .containsExactly("update", "unchanged", "review", "create", "duplicate");
        assertThat(rows.<String>at("$.data[2].candidates[0].title")).isEqualTo("Cedar Yard Logistics");
        assertThat(((Number) rows.at("$.data[2].candidates[0].score")).doubleValue())
                .isBetween(0.5, 0.9);
        assertThat(rows.<List<String>>at("$.data[2].candidates[0].reasons")).isNotEmpty();

        mapping.put("reviews", Map.of("4", rows.<String>at("$.data[2].candidates[0].id")));
        world.put(uri + "/mapping", mapping);
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(dry.number("$.creates"));
        assertThat(done.number("$.result.updates")).isEqualTo(dry.number("$.updates") + 1);
        assertThat(done.number("$.result.review")).isZero();
        assertThat(world.count("companies")).isEqualTo(4);
    }

    private void awaitKeys() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            var found = world.post(
                    "/duplicates/check", Map.of("type", "company", "values", Map.of("name", "Cedar Yard Logistics")));
            if (!found.<List<Object>>at("$.data").isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
    }

    private static Map<String, Object> mapping() {
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("columns", Map.of("Account Name", "name", "Website", "website_url"));
        mapping.put("match_key", "fuzzy_name");
        mapping.put("person_wins", false);
        return mapping;
    }
}
