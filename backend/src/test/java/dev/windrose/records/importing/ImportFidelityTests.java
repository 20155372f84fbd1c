package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.importing.ImportWorld.Answer;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A dry run tells the truth. */
@WindroseTest
class ImportFidelityTests {

    private static final List<String> OUTCOMES =
            List.of("creates", "updates", "unchanged", "refused", "waiting", "duplicates", "review");

    ImportWorld world;

    final Random random = new Random(20261122);

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void theRunDoesWhatTheDryRunSaidOfRandomFiles() {
        for (int round = 0; round < 8; round++) {
            byte[] file = randomFile(40 + random.nextInt(40));
            var upload = world.upload("contact", "people.csv", file);
            String id = upload.at("$.id");
            world.put("/imports/" + id + "/mapping", mapping("email", Map.of(), true));
            var dry = world.post("/imports/" + id + "/dry-run");
            var rows = world.get("/imports/" + id + "/rows?limit=500");
            assertThat(rows.<List<Object>>at("$.data")).hasSize((int) upload.number("$.row_count"));
            long before = world.count("contacts");
            var done = world.finish(id);
            for (String outcome : OUTCOMES) {
                assertThat(done.number("$.result." + outcome))
                        .as("%s of round %d: %s", outcome, round, new String(file, StandardCharsets.UTF_8))
                        .isEqualTo(dry.number("$." + outcome));
            }
            assertThat(world.count("contacts")).isEqualTo(before + done.number("$.result.creates"));
            assertThat(changed(world.get("/imports/" + id + "/rows?limit=500"))).isEqualTo(changed(rows));

            var again = run(file, mapping("email", Map.of(), true));
            assertThat(again.number("$.result.creates") + again.number("$.result.updates"))
                    .isZero();
        }
    }

    @Test
    void fieldsAreWrittenAsTheirPolicySays() {
        run(
                "E-mail,Full Name,Job Title\na@x.example,Ada Abel,\nb@x.example,Bruno Brandt,Buyer\n".getBytes(),
                mapping("email", Map.of(), true));
        var file =
                "E-mail,Full Name,Job Title\na@x.example,Ada Changed,Chief\nb@x.example,Bruno Changed,Chief\nc@x.example,Clara Costa,Chief\n"
                        .getBytes();
        run(file, mapping("email", Map.of("name", "create", "title", "fill_empty"), true));
        assertThat(names()).containsExactly("Ada Abel/Chief", "Bruno Brandt/Buyer", "Clara Costa/Chief");
        run(file, mapping("email", Map.of("name", "update", "title", "never"), true));
        assertThat(names()).containsExactly("Ada Changed/Chief", "Bruno Changed/Buyer", "Clara Costa/Chief");
    }

    @Test
    void rowsThatSeveralRecordsMatchWaitForAReview() {
        for (String address : List.of("a1@x.example", "a2@x.example", "a3@x.example")) {
            run(
                    "E-mail,Full Name,Job Title\n%s,Ada Abel,\n"
                            .formatted(address)
                            .getBytes(),
                    mapping("email", Map.of(), true));
        }
        var upload = world.upload(
                "contact", "people.csv", "E-mail,Full Name,Job Title\n,Ada Abel,Chief\n,Ada Abel,Buyer\n".getBytes());
        String uri = "/imports/" + upload.<String>at("$.id");
        world.put(uri + "/mapping", mapping("name", Map.of(), true));
        assertThat(world.post(uri + "/dry-run").number("$.review")).isEqualTo(1);
        var rows = world.get(uri + "/rows?outcome=review");
        assertThat(rows.<List<String>>at("$.data[0].candidates[*].title"))
                .containsExactly("Ada Abel", "Ada Abel", "Ada Abel");
        var answered = mapping("name", Map.of(), true);
        answered.put("reviews", Map.of("2", rows.<String>at("$.data[0].candidates[1].id")));
        assertThat(world.put(uri + "/mapping", answered).status()).isEqualTo(200);
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.updates")).as(done.body()).isEqualTo(1);
        assertThat(names()).containsExactly("Ada Abel/null", "Ada Abel/Chief", "Ada Abel/null");
    }

    @Test
    void updatesOnlyWhatIsThereWhereThatIsWanted() {
        run("E-mail,Full Name,Job Title\na@x.example,Ada Abel,\n".getBytes(), mapping("email", Map.of(), true));
        var wanted = mapping("email", Map.of(), true);
        wanted.put("only_existing", true);
        var done = run("E-mail,Full Name,Job Title\na@x.example,Ada Bell,\nz@x.example,Zoe Zorn,\n".getBytes(), wanted);
        assertThat(done.number("$.result.updates")).isEqualTo(1);
        assertThat(done.number("$.result.refused")).isEqualTo(1);
        assertThat(done.<String>at("$.result.rows[0].reason")).isEqualTo("No record matches this row.");
    }

    @Test
    void aPersonsValueIsOverwrittenWhereTheImportIsToWin() {
        run("E-mail,Full Name,Job Title\na@x.example,Ada Abel,Buyer\n".getBytes(), mapping("email", Map.of(), true));
        var ada = world.post("/contacts/query", Map.of("limit", 1));
        world.workspace()
                .http()
                .patch()
                .uri("/api/v1/contacts/" + ada.<String>at("$.data[0].id"))
                .header("If-Match", "\"" + ada.number("$.data[0].version") + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("title", "Chief"))
                .exchange()
                .expectStatus()
                .isOk();
        byte[] file = "E-mail,Full Name,Job Title\na@x.example,Ada Abel,Seller\n".getBytes();
        assertThat(run(file, mapping("email", Map.of(), true)).number("$.result.waiting"))
                .isEqualTo(1);
        assertThat(names()).containsExactly("Ada Abel/Chief");
        assertThat(run(file, mapping("email", Map.of(), false)).number("$.result.updates"))
                .isEqualTo(1);
        assertThat(names()).containsExactly("Ada Abel/Seller");
    }

    @Test
    void findsRecordsByDomainPhoneAndUniqueField() {
        var badge = world.post(
                "/schema/fields", Map.of("record_type", "contact", "label", "Badge", "kind", "text", "unique", true));
        assertThat(badge.status()).as(badge.body()).isEqualTo(201);
        var firms = Map.<String, Object>of(
                "columns", Map.of("Firm", "name", "Site", "website_url"), "match_key", "website_url");
        run("company", "Firm,Site\nAlder & Vale,https://www.alder.example/\n".getBytes(), firms);
        var moved = run("company", "Firm,Site\nAlder and Vale,alder.example\n".getBytes(), firms);
        assertThat(moved.number("$.result.updates")).as(moved.body()).isEqualTo(1);

        var columns = Map.of("Name", "name", "Phone", "phone", "Badge", "c_badge");
        run("Name,Phone,Badge\nAda Abel,+49 731 555010,B-7\n".getBytes(), Map.of("columns", columns));
        var called = run(
                "Name,Phone,Badge\nAda Bell,0049 (731) 55 50 10,B-7\n".getBytes(),
                Map.of("columns", columns, "match_key", "phone"));
        assertThat(called.number("$.result.updates")).as(called.body()).isEqualTo(1);
        var badged = run(
                "Name,Phone,Badge\nAda Costa,+49 731 999999,B-7\n".getBytes(),
                Map.of("columns", columns, "match_key", "c_badge"));
        assertThat(badged.number("$.result.updates")).as(badged.body()).isEqualTo(1);
        assertThat(names()).containsExactly("Ada Costa/null");
    }

    private Answer run(byte[] file, Map<String, Object> mapping) {
        return run("contact", file, mapping);
    }

    private Answer run(String type, byte[] file, Map<String, Object> mapping) {
        var upload = world.upload(type, "rows.csv", file);
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        String id = upload.at("$.id");
        var mapped = world.put("/imports/" + id + "/mapping", mapping);
        assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
        return world.finish(id);
    }

    private static Map<String, Object> mapping(String key, Map<String, String> policies, boolean personWins) {
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("columns", Map.of("E-mail", "email", "Full Name", "name", "Job Title", "title"));
        mapping.put("match_key", key);
        mapping.put("policies", policies);
        mapping.put("person_wins", personWins);
        return mapping;
    }

    private List<String> names() {
        var found = world.post("/contacts/query", Map.of("sort", List.of("email"), "limit", 10));
        return found.<List<Map<String, @Nullable Object>>>at("$.data").stream()
                .map(one -> one.get("name") + "/" + one.get("title"))
                .toList();
    }

    /** By line, what becomes of those that change. */
    private static Map<Object, Object> changed(Answer rows) {
        var changed = new LinkedHashMap<Object, Object>();
        rows.<List<Map<String, @Nullable Object>>>at("$.data").stream()
                .filter(row -> List.of("create", "update").contains(row.get("outcome")))
                .forEach(row -> changed.put(row.get("row"), String.valueOf(row.get("fields"))));
        return changed;
    }

    /** Known and new addresses, repeated ones, wrong ones, cells too many. */
    private byte[] randomFile(int rows) {
        var text = new StringBuilder("E-mail,Full Name,Job Title\n");
        for (int row = 0; row < rows; row++) {
            switch (random.nextInt(10)) {
                case 0 -> text.append("no address,Nobody Known,Buyer");
                case 1 -> text.append(",,only a title");
                case 2 -> text.append("p%d@x.example,Surplus Cells,Buyer,more".formatted(random.nextInt(100)));
                case 3 -> text.append("p%d@x.example,,".formatted(random.nextInt(100)));
                default ->
                    text.append("p%d@x.example,Person %d,Title %d"
                            .formatted(random.nextInt(100), random.nextInt(5), random.nextInt(4)));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
