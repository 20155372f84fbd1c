package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.importing.ImportWorld.Answer;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

/** Files that came together. */
@WindroseTest
class ImportSetTests {

    ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void tiesTheFilesOfAnExportTogether() throws InterruptedException {
        var files = new LinkedHashMap<String, String>();
        files.put("deals.csv", """
                Opportunity ID,Opportunity Name,Stage,Amount
                006B000000AbCdE,Winter order,Won,1200
                006B000000AbCdF,Spring order,Lead,900
                """);
        files.put("links.csv", """
                opportunity_id,account_id,category
                006B000000AbCdE,001B000000XyZab,DEFINED
                006B000000AbCdQ,001B000000XyZab,DEFINED
                """);
        files.put("people.csv", """
                Contact ID,First Name,Last Name,Email,Account ID,Account: Name
                003B000000AbCdE,Ada,Abel,ada@alder.example,001B000000XyZab,Alder & Vale
                003B000000AbCdF,Bruno,Brandt,bruno@alder.example,001B000000XyZabIAF;001B000000XyZac,
                """);
        files.put("accounts.csv", """
                Account ID,Account Name,Website
                001B000000XyZab,Alder & Vale,alder.example
                "Copyright (c) 2026 Example. All rights reserved."
                """);
        files.put("weather.csv", "station,wind\nnorth,3\n");
        var set = upload(files);
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(set.<List<String>>at("$.imports[*].file_name").getFirst()).isEqualTo("accounts.csv");
        assertThat(set.<List<String>>at("$.imports[*].file_name").getLast()).isEqualTo("links.csv");
        assertThat(set.<List<String>>at("$.notes[*].file_name")).containsExactly("weather.csv");
        String accounts = set.at("$.imports[0].id");
        assertThat(world.get("/imports/" + accounts).<List<String>>at("$.notes").getFirst())
                .contains("Copyright");

        var done = run(set.at("$.id"));
        assertThat(done.<List<String>>at("$.imports[*].status")).as(done.body()).containsOnly("done");
        assertThat(world.count("companies")).isEqualTo(1);
        var people = world.post("/contacts/query", Map.of("sort", List.of("name"), "limit", 5));
        assertThat(people.<List<String>>at("$.data[*].name")).containsExactly("Ada Abel", "Bruno Brandt");
        assertThat(people.<List<String>>at("$.data[*]._refs.company_id.title"))
                .containsExactly("Alder & Vale", "Alder & Vale");
        var deals = world.post("/deals/query", Map.of("sort", List.of("name"), "limit", 5));
        assertThat(deals.<String>at("$.data[1]._refs.company_id.title")).isEqualTo("Alder & Vale");
        assertThat(done.<List<Integer>>at("$.imports[?(@.file_name=='links.csv')].result.refused"))
                .containsExactly(1);

        assertThat(world.post("/import-sets/" + done.<String>at("$.id") + "/undo")
                        .<String>at("$.status"))
                .isEqualTo("undone");
        assertThat(world.count("companies") + world.count("contacts") + world.count("deals"))
                .isZero();
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "WINDROSE_CORPORA", matches = ".+", disabledReason = "needs the corpora")
    void mapsOrReportsEveryColumnOfAnExportAndLosesNoRow() throws IOException, InterruptedException {
        var folder = Path.of(System.getenv("WINDROSE_CORPORA"), "crm_exports_fivetran", "hubspot");
        var files = new LinkedHashMap<String, String>();
        try (var all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        var set = upload(files);
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        List<String> imported = set.at("$.imports[*].file_name");
        List<String> noted = set.at("$.notes[*].file_name");
        assertThat(imported.size() + noted.size()).isEqualTo(files.size());
        assertThat(imported).contains("company_data.csv", "contact_data.csv", "deal_data.csv", "deal_company_data.csv");
        for (String id : set.<List<String>>at("$.imports[*].id")) {
            List<Map<String, Object>> columns = world.get("/imports/" + id).at("$.columns");
            assertThat(columns)
                    .allSatisfy(column -> assertThat(column.get("reason")).isNotNull());
        }
        var done = run(set.at("$.id"));
        for (Map<String, Object> one : done.<List<Map<String, Object>>>at("$.imports")) {
            var result = (Map<?, ?>) one.get("result");
            long told = List.of("creates", "updates", "unchanged", "refused", "waiting").stream()
                    .mapToLong(name -> ((Number) result.get(name)).longValue())
                    .sum();
            assertThat(told)
                    .as(String.valueOf(one.get("file_name")))
                    .isEqualTo(((Number) one.get("row_count")).longValue());
        }
    }

    private Answer upload(Map<String, String> files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        files.forEach((name, text) -> parts.add("file", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        var result = world.workspace()
                .http()
                .post()
                .uri("/api/v1/import-sets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange()
                .returnResult(String.class);
        return new Answer(result.getStatus().value(), String.valueOf(result.getResponseBody()));
    }

    private Answer run(String id) throws InterruptedException {
        var started = world.post("/import-sets/" + id + "/run");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (true) {
            var set = world.get("/import-sets/" + id);
            if (!set.<String>at("$.status").equals("running")) {
                return set;
            }
            assertThat(System.nanoTime()).as(set.body()).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
