package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files as they come: wrong, odd, or meant to do harm. */
@WindroseTest
class BadFileTests {

    ImportWorld world;

    @Autowired
    ImportFiles files;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void refusesAnEmptyFileAndAHeaderWithoutRows() {
        assertRefused(world.upload("company", ""), "empty_file");
        assertRefused(world.upload("company", "name,website\n"), "no_rows");
        assertRefused(world.upload("company", "name,website\n\n  ,\n"), "no_rows");
    }

    @Test
    void refusesWhatIsNoTable() {
        var noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertRefused(world.upload("company", "picture.csv", noise), "not_a_csv");
        assertRefused(
                world.upload("company", "book.xlsx", "PK\u0003\u0004rest".getBytes(StandardCharsets.ISO_8859_1)),
                "not_a_csv");
        assertRefused(world.upload("company", "name,website\n\"never closed,x\nmore\n"), "not_a_csv");
    }

    @Test
    void refusesAnUnknownRecordType() {
        var answer = world.upload("spaceship", "name\nx\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.field")).isEqualTo("record_type");
    }

    @Test
    void refusesRowsThatAreTooLongAndTakesShortOnes() {
        var done = world.run(
                "company",
                "ragged.csv",
                "name,website,employees\nLong Row,a.example,5,surplus\nShort Row\nWell Row,b.example,7,,\n".getBytes());
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(2);
        assertThat(done.<Integer>at("$.result.rows[0].row")).isEqualTo(2);
        assertThat(done.<String>at("$.result.rows[0].reason")).isEqualTo("The row has 4 cells; the header has 3.");
    }

    @Test
    void readsTheEncodingsThatSpreadsheetsWrite() {
        String text = "name;country\nMüller & Söhne;Österreich\nÅre Fisk;Sverige\n";
        for (var encoding : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16)) {
            var upload = world.upload("company", text, encoding);
            assertThat(upload.<String>at("$.delimiter")).as(encoding.name()).isEqualTo(";");
            assertThat(upload.<List<String>>at("$.columns[0].samples"))
                    .as(encoding.name())
                    .containsExactly("Müller & Söhne", "Åre Fisk");
        }
        var marked = world.upload("company", "\uFEFFname,city\nNorth Pier,Oslo\n");
        assertThat(marked.<String>at("$.columns[0].name")).isEqualTo("name");
    }

    @Test
    void takesTheFirstOfTwoRowsWithTheSameKey() {
        var done = world.run(
                "contact",
                "people.csv",
                "name,email\nMira Holt,mira@holt.example\nM. Holt,MIRA@holt.example\nJon Alder,jon@alder.example\n"
                        .getBytes());
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(2);
        assertThat(done.<String>at("$.result.rows[0].reason")).isEqualTo("Row 2 of the file is the same record.");
    }

    @Test
    void takesFiveHundredColumnsAndRefusesThousands() {
        assertThat(world.upload("company", wide(500)).status()).isEqualTo(201);
        assertRefused(world.upload("company", wide(2000)), "too_many_columns");
    }

    @Test
    void namesColumnsWithoutANameAndRepeatedOnes() {
        var upload = world.upload("company", "name,name,\nOne,Two,Three\n");
        assertThat(upload.<List<String>>at("$.columns[*].name")).containsExactly("name", "name (2)", "Column 3");
    }

    @Test
    void refusesARowThatNamesARecordOfAnotherWorkspace() {
        var other = new ImportWorld(Workspaces.fresh());
        String foreign =
                other.post("/companies", Map.of("name", "Foreign Shore")).at("$.id");
        var upload = world.upload("deal", "name,company\nBorrowed," + foreign + "\n");
        assertThat(upload.<List<Object>>at("$.choice_questions[*].values[*].suggested"))
                .containsOnlyNulls();
        world.put(
                "/imports/" + upload.<String>at("$.id") + "/mapping",
                Map.of(
                        "columns",
                        Map.of("name", "name", "company", "company_id"),
                        "choices",
                        Map.of("company_id", Map.of(foreign, foreign))));
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.refused")).as(done.body()).isEqualTo(1);
        assertThat(done.<String>at("$.result.rows[0].field")).isEqualTo("company_id");
        assertThat(other.put("/imports/" + upload.<String>at("$.id") + "/mapping", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(other.get("/imports/" + upload.<String>at("$.id")).status()).isEqualTo(404);
    }

    @Test
    void writesRefusedRowsSoThatNoSpreadsheetRunsThem() {
        var done = world.run(
                "company",
                "formulas.csv",
                "name,employees\n=cmd|' /C calc'!A0,many\n@SUM(A1),many\n+1-2,many\n-5,many\n=HYPERLINK(\"x\"),3\n"
                        .getBytes());
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(1);
        var csv = world.get("/imports/" + done.<String>at("$.id") + "/refused.csv")
                .body();
        assertThat(csv.replace("\uFEFF", "").lines())
                .containsExactly(
                        "row,reason,name,employees",
                        "2,\"\"\"many\"\" is not a number.\",'=cmd|' /C calc'!A0,many",
                        "3,\"\"\"many\"\" is not a number.\",'@SUM(A1),many",
                        "4,\"\"\"many\"\" is not a number.\",'+1-2,many",
                        "5,\"\"\"many\"\" is not a number.\",-5,many");
        assertThat(world.post("/companies/query", Map.of()).<List<String>>at("$.data[*].name"))
                .containsExactly("=HYPERLINK(\"x\")");
    }

    @Test
    void saysWhatIsWrongWithAMapping() {
        var upload = world.upload("company", "name,city\nNorth Pier,Oslo\n");
        String uri = "/imports/" + upload.<String>at("$.id") + "/mapping";
        assertThat(world.put(uri, Map.of("columns", Map.of("name", "colour"))).<String>at("$.code"))
                .isEqualTo("unknown_field");
        assertThat(world.put(uri, Map.of("columns", Map.of("nmae", "name"))).<String>at("$.field"))
                .isEqualTo("nmae");
        assertThat(world.put(uri, Map.of("columns", Map.of("name", "name", "city", "name")))
                        .status())
                .isEqualTo(409);
        assertThat(world.put(uri, Map.of("columns", Map.of("name", "momentum_score")))
                        .<String>at("$.code"))
                .isEqualTo("unknown_field");
    }

    @Test
    void namesEveryKindOfWrongCell() {
        var done = world.run("contact", "cells.csv", """
                name,email,phone,primary
                Right One,right@one.example,+49 30 1234567,yes
                Wrong Mail,not a mail,,
                Wrong Yes,yes@one.example,,perhaps
                """.getBytes());
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(1);
        assertThat(done.<List<String>>at("$.result.rows[*].field")).containsExactly("email", "is_primary");
    }

    @Test
    void asksAboutDatesThatAreWrittenInSeveralWays() {
        byte[] file = """
                Company,Deal Name,Signing Date
                ,First,2026-03-31
                ,Second,31.12.2025
                ,Third,12/31/2025
                ,Fourth,3 Mar 2026
                ,Fifth,04/05/2026
                """.getBytes();
        var upload = world.upload("deal", "dates.csv", file);
        assertThat(upload.<List<String>>at("$.date_questions[*].column")).containsExactly("Signing Date");
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(4);
        assertThat(done.<String>at("$.result.rows[0].reason")).contains("04/05/2026", "day or the month first");

        var again = world.upload("deal", "dates.csv", file);
        var mapping = new HashMap<>(world.proposed(again));
        mapping.put("date_orders", Map.of("Signing Date", "month_first"));
        mapping.put("match_key", "name");
        world.put("/imports/" + again.<String>at("$.id") + "/mapping", mapping);
        assertThat(world.finish(again.at("$.id")).number("$.result.creates")).isEqualTo(1);
        var fifth = world.post(
                "/deals/query", Map.of("filter", Map.of("field", "name", "op", "is", "value", "Fifth"), "limit", 1));
        assertThat(fifth.<Map<String, Object>>at("$.data[0]").values()).contains("2026-04-05");
    }

    @Test
    void theFileOfRefusedRowsIsImportedAgainOnceItIsMended() {
        var first = world.run("contact", "people.csv", """
                name,email
                Right One,right@one.example
                Wrong Mail,not a mail
                """.getBytes());
        String refused = world.get("/imports/" + first.<String>at("$.id") + "/refused.csv")
                .body();
        var mended = world.run(
                "contact",
                "mended.csv",
                refused.replace("not a mail", "mended@one.example").getBytes());
        assertThat(mended.number("$.result.creates")).as(mended.body()).isEqualTo(1);
        assertThat(world.count("contacts")).isEqualTo(2);
    }

    @Test
    void whatWasQuotedForASpreadsheetComesBackAsItWas() {
        var names = List.of("'t Hooft", "=Plus", "''Twice", "'-Minus", "-Dash");
        var first = world.run(
                "contact",
                "people.csv",
                ("name,email\n"
                                + names.stream()
                                        .map(name -> name + ",not a mail\n")
                                        .collect(Collectors.joining()))
                        .getBytes());
        assertThat(first.number("$.result.refused")).isEqualTo(names.size());
        String refused = world.get("/imports/" + first.<String>at("$.id") + "/refused.csv")
                .body();
        world.run("contact", "mended.csv", refused.replace("not a mail", "").getBytes());
        assertThat(world.post("/contacts/query", Map.of()).<List<String>>at("$.data[*].name"))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void readsACellOfTenMillionCharactersAndRefusesItWhereItDoesNotFit() {
        var done = world.run(
                "contact",
                "long.csv",
                "name,email\nShort,a@x.example\n%s,b@x.example\n"
                        .formatted("x".repeat(10_000_000))
                        .getBytes());
        assertThat(done.number("$.result.creates")).isEqualTo(1);
        assertThat(done.number("$.result.refused")).isEqualTo(1);
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsNothing() {
        var id = UUID.randomUUID();
        var breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("No space left on device");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> ActorScope.run(world.workspace().owner(), () -> files.keep(id, breaking)))
                .hasMessage("There is no room left on the disk of the server for this file.");
        assertThatThrownBy(() -> ActorScope.run(world.workspace().owner(), () -> files.get(id)))
                .isInstanceOf(AppException.class);
    }

    private static String wide(int columns) {
        String header = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return header + "\n" + "x,".repeat(columns - 1) + "x\n";
    }

    private static void assertRefused(ImportWorld.Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.<String>at("$.code")).isEqualTo(code);
    }
}
