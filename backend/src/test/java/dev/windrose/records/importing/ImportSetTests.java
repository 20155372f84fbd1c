package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.records.importing.ImportWorld.Answer;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
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
    void whatTheColumnsReferToComesFirstAlsoWhereTypesReferToEachOther() {
        world.post(
                "/schema/fields",
                Map.of("record_type", "company", "label", "Agent", "kind", "reference", "ref", "contact"));
        var files = new LinkedHashMap<String, String>();
        files.put("people.csv", "Full name,E-mail,Account Name\nInes Sousa,ines@otter.example,Otter Yard\n");
        files.put("accounts.csv", "Account Name,Website\nOtter Yard,https://otter.example\n");
        var set = upload(files);
        assertThat(set.<String>at("$.imports[0].record_type")).isEqualTo("company");
    }

    @Test
    void filesThatNobodyImportsLeaveTheDiskAfterAMonth() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("weather.csv", "station,wind\nnorth,3\n");
        files.put("accounts.csv", "Account Name,Website\nOtter Yard,https://otter.example\n");
        var set = upload(files);
        var kept = Workspaces.bean(ProcessSettings.class)
                .folder()
                .resolve("imports")
                .resolve(world.workspace().owner().tenant().toString());
        world.post("/uploads", Map.of("file_name", "a.csv", "size", 12));
        assertThat(kept.toFile().list((_, name) -> name.endsWith(".csv"))).hasSize(2);
        var before = FileTime.from(Workspaces.bean(Clock.class).instant().minus(Duration.ofDays(31)));
        try (var all = Files.newDirectoryStream(kept, "*.csv")) {
            for (Path one : all) {
                Files.setLastModifiedTime(one, before);
            }
        }
        world.post("/uploads", Map.of("file_name", "a.csv", "size", 12));
        assertThat(kept.toFile().list((_, name) -> name.endsWith(".csv"))).isEmpty();
        var run = world.post("/imports/" + set.<String>at("$.imports[0].id") + "/dry-run");
        assertThat(run.status()).isEqualTo(409);
        assertThat(run.<String>at("$.detail")).contains("Upload it again");
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
    void eachSheetOfAWorkbookIsAFileAndOneThatNobodyKnowsIsAskedAbout() throws InterruptedException {
        var set = uploadBytes(Map.of("book.xlsx", workbook()));
        assertThat(set.<List<String>>at("$.imports[*].file_name"))
                .as(set.body())
                .containsExactly("book.xlsx (Firms)", "book.xlsx (People)");
        assertThat(set.<List<String>>at("$.notes[*].file_name"))
                .containsExactly("book.xlsx (Weather)", "book.xlsx (Other)");
        assertThat(set.number("$.open_questions")).isEqualTo(2);
        String id = set.at("$.id");
        String asked = "/import-sets/" + id + "/files/" + set.<String>at("$.notes[0].file_id");

        assertThat(world.post(asked).status()).isEqualTo(400);
        var answered = world.post(asked, Map.of("record_type", "product"));
        assertThat(answered.<List<String>>at("$.imports[*].file_name"))
                .as(answered.body())
                .containsExactly("book.xlsx (Firms)", "book.xlsx (People)", "book.xlsx (Weather)");
        assertThat(answered.number("$.open_questions")).isEqualTo(1);
        assertThat(world.post(asked, Map.of("record_type", "product")).status()).isEqualTo(404);
        String weather = answered.at("$.imports[2].id");
        world.put("/imports/" + weather + "/mapping", Map.of("columns", Map.of("station", "name")));

        var done = run(id);
        assertThat(done.<List<String>>at("$.imports[*].status")).as(done.body()).containsOnly("done");
        assertThat(done.number("$.open_questions")).isZero();
        assertThat(done.<List<String>>at("$.notes[*].text"))
                .containsExactly("Left out: nobody has said what its rows are.");
        assertThat(world.count("companies") + world.count("contacts") + world.count("products"))
                .isEqualTo(3);
        var people = world.post("/contacts/query", Map.of("limit", 1));
        assertThat(people.<String>at("$.data[0]._refs.company_id.title")).isEqualTo("Alder & Vale");
    }

    private static byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Windrose", "1.0")) {
            sheet(book, "Weather", List.of("station", "wind"), List.of("north", "3"));
            sheet(
                    book,
                    "People",
                    List.of("Full Name", "Email", "Account Name"),
                    List.of("Ada", "ada@x.example", "Alder & Vale"));
            sheet(book, "Firms", List.of("Account Name", "Website"), List.of("Alder & Vale", "alder.example"));
            sheet(book, "Other", List.of("colour", "taste"), List.of("red", "sour"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sheet(Workbook book, String name, List<String> header, List<String> row) {
        var sheet = book.newWorksheet(name);
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            sheet.value(1, column, row.get(column));
        }
    }

    @Test
    void theDryRunOfASetKnowsWhatItsEarlierFilesWouldMake() throws InterruptedException {
        var files = new LinkedHashMap<String, String>();
        files.put("deals.csv", """
                Opportunity ID,Opportunity Name,Stage,Amount,Account Name
                006B000000AbCdE,Winter order,Won,1200,Alder & Vale
                006B000000AbCdF,Spring order,Lead,900,Nobody Known
                """);
        files.put("links.csv", """
                opportunity_id,account_id
                006B000000AbCdE,001B000000XyZac
                006B000000AbCdQ,001B000000XyZab
                """);
        files.put("people.csv", """
                Contact ID,First Name,Last Name,Email,Account ID
                003B000000AbCdE,Ada,Abel,ada@alder.example,001B000000XyZab
                003B000000AbCdF,Bruno,Brandt,bruno@alder.example,001B000000XyZab
                """);
        files.put("accounts.csv", """
                Account ID,Account Name,Website
                001B000000XyZab,Alder & Vale,alder.example
                001B000000XyZac,Birch Works,birch.example
                """);
        String id = upload(files).at("$.id");
        var dry = world.post("/import-sets/" + id + "/dry-run");
        assertThat(dry.<String>at("$.status")).as(dry.body()).isEqualTo("checked");
        assertThat(dry.<List<String>>at("$.associations[?(@.file_name=='people.csv')].from_file"))
                .containsExactly("accounts.csv");
        String people = dry.<List<String>>at("$.imports[?(@.file_name=='people.csv')].id")
                .getFirst();
        var rows = world.get("/imports/" + people + "/rows");
        assertThat(rows.<List<String>>at("$.data[0].fields[*].note"))
                .as(rows.body())
                .containsExactly("Will be created by accounts.csv, row 2.");
        String links = dry.<List<String>>at("$.imports[?(@.file_name=='links.csv')].id")
                .getFirst();
        var tied = world.get("/imports/" + links + "/rows");
        assertThat(tied.<List<String>>at("$.data[*].outcome")).as(tied.body()).containsExactly("update", "refused");
        assertThat(world.count("companies") + world.count("contacts") + world.count("deals"))
                .isZero();

        var done = run(id);
        for (var one : dry.<List<Map<String, Object>>>at("$.imports")) {
            var result = done.<List<Map<String, Object>>>at("$.imports[?(@.id=='%s')].result".formatted(one.get("id")))
                    .getFirst();
            assertThat(told(result)).as("%s", one.get("file_name")).isEqualTo(told((Map<?, ?>) one.get("dry_run")));
        }
        assertThat(done.number("$.counts.creates")).isEqualTo(dry.number("$.counts.creates"));
        assertThat(done.<Boolean>at("$.can.undo")).isTrue();
        assertThat(done.<Boolean>at("$.can.run")).isFalse();
    }

    @Test
    void randomSetsDoWhatTheirDryRunSaid() throws InterruptedException {
        var random = new Random(20261123);
        for (int round = 0; round < 4; round++) {
            String id = upload(randomSet(random, round)).at("$.id");
            var dry = world.post("/import-sets/" + id + "/dry-run");
            var done = run(id);
            for (var one : dry.<List<Map<String, Object>>>at("$.imports")) {
                var result = done.<List<Map<String, Object>>>at(
                                "$.imports[?(@.id=='%s')].result".formatted(one.get("id")))
                        .getFirst();
                assertThat(told(result))
                        .as("%s of round %d", one.get("file_name"), round)
                        .isEqualTo(told((Map<?, ?>) one.get("dry_run")));
            }
        }
    }

    /** Accounts, people and deals that name them by id or name, rightly or wrongly, some of them in several files. */
    private static Map<String, String> randomSet(Random random, int round) {
        var accounts = new StringBuilder("Account ID,Account Name,Website\n");
        var more = new StringBuilder("Account ID,Account Name,Industry\n");
        var people = new StringBuilder("Contact ID,Full Name,Email,Account ID\n");
        var deals = new StringBuilder("Opportunity ID,Opportunity Name,Amount,Account Name\n");
        for (int row = 0; row < 15; row++) {
            accounts.append("acc-%d,Firm %d,firm%d.example\n".formatted(random.nextInt(12), random.nextInt(12), row));
            more.append("acc-%d,Firm %d,Retail\n".formatted(random.nextInt(20), random.nextInt(20)));
            people.append("per-%d-%d,Person %d,p%d@x.example,acc-%d\n"
                    .formatted(round, row, row, random.nextInt(30), random.nextInt(18)));
            deals.append("opp-%d-%d,Order %d,%d,Firm %d\n"
                    .formatted(round, random.nextInt(20), row, random.nextInt(900), random.nextInt(18)));
        }
        var files = new LinkedHashMap<String, String>();
        files.put("deals.csv", deals.toString());
        files.put("people.csv", people.toString());
        files.put("accounts.csv", accounts.toString());
        files.put("more_accounts.csv", more.toString());
        return files;
    }

    private static Map<String, Long> told(Map<?, ?> counts) {
        var told = new TreeMap<String, Long>();
        for (String name : List.of("creates", "updates", "unchanged", "refused", "waiting", "duplicates", "review")) {
            told.put(name, ((Number) counts.get(name)).longValue());
        }
        return told;
    }

    @Test
    void ownersOfTheOtherSystemAreAskedForOnceAndRemembered() {
        var me = world.get("/session");
        String email = me.at("$.person.email");
        var files = new LinkedHashMap<String, String>();
        files.put("owners.csv", """
                owner_id,email,first_name,last_name
                801,%s,Some,Body
                802,maria@old.example,Maria,Moreno
                """.formatted(email));
        files.put("accounts.csv", """
                Account ID,Account Name,HubSpot Owner
                1,Alder & Vale,801
                2,Birch Works,802
                """);
        files.put("deals.csv", """
                Opportunity ID,Opportunity Name,Amount,HubSpot Owner
                7,Winter order,1200,802
                """);
        var set = upload(files);
        assertThat(set.<List<String>>at("$.imports[*].choice_questions[*].values[*].value"))
                .as(set.body())
                .containsExactly("802", "802");
        assertThat(set.<List<String>>at("$.imports[*].choice_questions[*].values[*].label"))
                .contains("Maria Moreno, maria@old.example");
        assertThat(set.number("$.open_questions")).isEqualTo(2);
        var accounts = world.get("/imports/" + set.<String>at("$.imports[0].id"));
        var mapping = new LinkedHashMap<>(world.proposed(accounts));
        mapping.put("choices", Map.of("owner_id", Map.of("802", me.<String>at("$.person.name"))));
        var mapped = world.put("/imports/" + accounts.<String>at("$.id") + "/mapping", mapping);
        assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
        assertThat(world.get("/import-sets/" + set.<String>at("$.id")).number("$.open_questions"))
                .isZero();
        var later = world.upload("contact", "Full Name,Email,Owner\nClara Costa,clara@x.example,802\n");
        assertThat(later.<List<Object>>at("$.choice_questions")).isEmpty();
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
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return uploadBytes(bytes);
    }

    private Answer uploadBytes(Map<String, byte[]> files) {
        var parts = new LinkedMultiValueMap<String, Object>();
        files.forEach((name, content) -> parts.add("file", new ByteArrayResource(content) {
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
