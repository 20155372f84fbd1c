package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** A small sales pipeline from three files: accounts, products, deals. */
@WindroseTest
class ImportTests {

    private static final int MANY = 8_000;

    ImportWorld world;

    @BeforeEach
    void workspace() {
        world = new ImportWorld(Workspaces.fresh());
    }

    @Test
    void proposesFieldsByTheNamesOthersUse() {
        var upload = world.upload("company", "accounts.csv", ImportWorld.fixture("accounts.csv"));
        assertThat(fieldOf(upload, "account")).isEqualTo("name");
        assertThat(fieldOf(upload, "sector")).isEqualTo("industry_vertical");
        assertThat(fieldOf(upload, "revenue")).isEqualTo("revenue");
        assertThat(fieldOf(upload, "employees")).isEqualTo("employee_size");
        assertThat(fieldOf(upload, "office_location")).isEqualTo("country_hq");
        assertThat(fieldOf(upload, "subsidiary_of")).isEqualTo("parent_company");
        assertThat(fieldOf(upload, "year_established")).isNull();
        assertThat(upload.<List<String>>at("$.match_keys")).startsWith("name");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='country_hq')].values[0].value"))
                .containsExactly("Philipines");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='country_hq')].values[0].suggested"))
                .containsExactly("PH");
    }

    @Test
    void importsAccountsWithParentsFromTheSameFile() {
        var done = world.run("company", "accounts.csv", ImportWorld.fixture("accounts.csv"));
        assertThat(done.<String>at("$.status")).isEqualTo("done");
        assertThat(done.number("$.result.creates")).isEqualTo(6);
        var brindle = one("companies", "name", "Brindle Works");
        assertThat(brindle.<String>at("$.data[0]._refs.parent_company.title")).isEqualTo("Alder & Vale");
        assertThat(one("companies", "name", "Corvid Optics").<String>at("$.data[0].country_hq"))
                .isEqualTo("PH");
        assertThat(one("companies", "name", "Dunmore Shipping").<String>at("$.data[0].country_hq"))
                .isEqualTo("KR");
        assertThat(one("companies", "name", "Fennel Retail Group").number("$.data[0].employee_size"))
                .isEqualTo(1250);
    }

    @Test
    void findsOutByItsNameWhatAListWithoutNamesHolds() {
        var pipeline = ImportWorld.fixture("sales_pipeline.csv");
        assertThat(world.upload(null, "Pipeline 2026.csv", pipeline).<String>at("$.record_type"))
                .isEqualTo("deal");
        assertThat(world.upload(null, "rows.csv", pipeline).status()).isEqualTo(400);
    }

    @Test
    void asksOnceAboutSpellingsAndStagesAndRemembersTheAnswers() {
        importAccountsAndProducts();
        var upload = world.upload("deal", "sales_pipeline.csv", ImportWorld.fixture("sales_pipeline.csv"));
        assertThat(fieldOf(upload, "opportunity_id")).isEqualTo("deal_id");
        assertThat(fieldOf(upload, "sales_agent")).isEqualTo("owner_id");
        assertThat(fieldOf(upload, "close_value")).isEqualTo("deal_amount");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='product_id')].values[*].value"))
                .containsExactly("KitePro");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='product_id')].values[*].suggested_label"))
                .containsExactly("Kite Pro");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='stage')].values[*].value"))
                .containsExactly("Engaging", "Prospecting");
        assertThat(upload.<List<String>>at("$.choice_questions[?(@.field=='stage')].values[*].suggested"))
                .containsExactly("discovery", "lead");

        world.put("/imports/" + upload.<String>at("$.id") + "/mapping", world.proposed(upload));
        var again = world.upload("deal", "sales_pipeline.csv", ImportWorld.fixture("sales_pipeline.csv"));
        assertThat(again.<List<String>>at("$.choice_questions[*].field")).containsExactly("owner_id");
    }

    @Test
    void importsThePipelineAndTheSameFileAgainChangesNothing() {
        importAccountsAndProducts();
        var done = world.run("deal", "sales_pipeline.csv", ImportWorld.fixture("sales_pipeline.csv"));
        assertThat(done.number("$.result.creates")).as(done.body()).isEqualTo(8);
        var won = world.post(
                "/deals/query",
                Map.of("filter", Map.of("field", "stage", "op", "is", "value", "won"), "sort", List.of("deal_id")));
        assertThat(won.<List<Number>>at("$.data[*].deal_amount").stream()
                        .mapToDouble(Number::doubleValue)
                        .sum())
                .isEqualTo(8954);
        assertThat(won.<String>at("$.data[1]._refs.product_id.title")).isEqualTo("Kite Pro");
        assertThat(won.<String>at("$.data[0].deal_signing_date")).isEqualTo("2026-03-01");
        var lost = one("deals", "deal_id", "IM0003");
        assertThat(lost.<Map<String, Object>>at("$.data[0]"))
                .containsEntry("deal_signing_date", null)
                .containsEntry("deal_expected_signing_date", "2026-02-14");

        var again = world.run("deal", "sales_pipeline.csv", ImportWorld.fixture("sales_pipeline.csv"));
        assertThat(again.number("$.result.unchanged")).as(again.body()).isEqualTo(8);
        assertThat(again.number("$.result.creates") + again.number("$.result.updates"))
                .isZero();
        assertThat(world.count("deals")).isEqualTo(8);
    }

    @Test
    void theDryRunSaysWhatTheRunDoes() {
        importAccountsAndProducts();
        var upload = world.upload("deal", "sales_pipeline.csv", ImportWorld.fixture("sales_pipeline.csv"));
        String id = upload.at("$.id");
        var unanswered = world.post("/imports/" + id + "/dry-run");
        assertThat(unanswered.number("$.refused")).isEqualTo(8);
        assertThat(unanswered.<String>at("$.rows[0].reason")).contains("not known as owner");
        world.put("/imports/" + id + "/mapping", world.proposed(upload));
        var dry = world.post("/imports/" + id + "/dry-run");
        assertThat(dry.number("$.creates")).as(dry.body()).isEqualTo(8);
        assertThat(world.count("deals")).isZero();
        assertThat(world.get("/imports/" + id).<String>at("$.status")).isEqualTo("checked");
        var done = world.finish(id);
        assertThat(done.number("$.result.creates")).isEqualTo(dry.number("$.creates"));
        assertThat(done.number("$.result.refused")).isZero();
    }

    @Test
    void isPausedCancelledAndGoesOnToItsEnd() {
        var upload = world.upload(
                "contact",
                "name,email\n"
                        + IntStream.range(0, MANY)
                                .mapToObj(i -> "Person %d,person%d@one.example\n".formatted(i, i))
                                .collect(Collectors.joining()));
        String uri = "/imports/" + upload.<String>at("$.id");
        world.put(uri + "/mapping", world.proposed(upload));
        assertThat(world.post(uri + "/run").<String>at("$.status")).isEqualTo("running");
        assertThat(world.post(uri + "/pause").<String>at("$.status")).isEqualTo("paused");
        startAgain(uri);
        assertThat(world.post(uri + "/run").status()).isEqualTo(409);
        assertThat(world.post(uri + "/cancel").status()).isEqualTo(200);
        startAgain(uri);
        var moving = world.get(uri);
        while (moving.<String>at("$.status").equals("running") && moving.number("$.progress.done") == 0) {
            moving = world.get(uri);
        }
        assertThat(moving.<String>at("$.status")).isEqualTo("running");
        assertThat(moving.<Number>at("$.progress.rows_per_second").doubleValue())
                .isPositive();
        assertThat(moving.<Number>at("$.progress.seconds_left").doubleValue()).isNotNegative();
        var done = world.await(upload.at("$.id"));
        assertThat(done.<String>at("$.status")).as(done.body()).isEqualTo("done");
        assertThat(done.number("$.result.creates")).isEqualTo(MANY);
        assertThat(world.count("contacts")).isEqualTo(MANY);
    }

    /** What is stopped has to come to rest first. */
    private void startAgain(String uri) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (world.post(uri + "/run").status() != 200) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void undoesTheWholeImport() {
        var done = world.run("product", "products.csv", ImportWorld.fixture("products.csv"));
        assertThat(world.count("products")).isEqualTo(3);
        assertThat(one("products", "name", "Kite Pro")
                        .<Number>at("$.data[0].list_price.amount")
                        .doubleValue())
                .isEqualTo(4150.5);
        var undone = world.post("/imports/" + done.<String>at("$.id") + "/undo");
        assertThat(undone.<String>at("$.status")).isEqualTo("undone");
        assertThat(world.count("products")).isZero();
        assertThat(world.post("/imports/" + done.<String>at("$.id") + "/undo").status())
                .isEqualTo(409);
    }

    @Test
    void aValueThatAPersonHasSetWaitsForADecision() {
        importAccountsAndProducts();
        var company = one("companies", "name", "Elmstone Bank");
        String id = company.at("$.data[0].id");
        world.workspace()
                .http()
                .patch()
                .uri("/api/v1/companies/" + id)
                .header("If-Match", "\"" + company.number("$.data[0].version") + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("industry_vertical", "banking"))
                .exchange()
                .expectStatus()
                .isOk();
        var again = world.run("company", "accounts.csv", ImportWorld.fixture("accounts.csv"));
        assertThat(again.number("$.result.waiting")).as(again.body()).isEqualTo(1);
        assertThat(again.number("$.result.unchanged")).isEqualTo(5);
        assertThat(one("companies", "name", "Elmstone Bank").<String>at("$.data[0].industry_vertical"))
                .isEqualTo("banking");
    }

    @Test
    void updatesWhatTheKeyFinds() {
        world.run(
                "company",
                "one.csv",
                "name,website,employees\nGarnet Mills,https://www.garnet.example/,10\n".getBytes());
        var upload = world.upload("company", "domain,employees\ngarnet.example,12\n");
        assertThat(fieldOf(upload, "domain")).isEqualTo("website_url");
        world.put(
                "/imports/" + upload.<String>at("$.id") + "/mapping",
                Map.of(
                        "columns",
                        Map.of("domain", "website_url", "employees", "employee_size"),
                        "match_key",
                        "website_url"));
        var done = world.finish(upload.at("$.id"));
        assertThat(done.number("$.result.updates")).as(done.body()).isEqualTo(1);
        assertThat(one("companies", "name", "Garnet Mills").number("$.data[0].employee_size"))
                .isEqualTo(12);
    }

    @Test
    void keepsTheIdsOfTheOtherSystem() {
        byte[] file = "id,name\nX-1,Hollow Reed\nX-2,Ivy Court\n".getBytes();
        world.run("company", "ids.csv", file);
        assertThat(world.get("/companies/by-external-id?source=import&id=X-2").<String>at("$.name"))
                .isEqualTo("Ivy Court");
        var renamed = world.run("company", "ids.csv", "id,name\nX-1,Hollow Reed Ltd\nX-2,Ivy Court\n".getBytes());
        assertThat(renamed.number("$.result.updates")).isEqualTo(1);
        assertThat(renamed.number("$.result.unchanged")).isEqualTo(1);
        assertThat(world.count("companies")).isEqualTo(2);
    }

    private void importAccountsAndProducts() {
        assertThat(world.run("company", "accounts.csv", ImportWorld.fixture("accounts.csv"))
                        .number("$.result.creates"))
                .isEqualTo(6);
        assertThat(world.run("product", "products.csv", ImportWorld.fixture("products.csv"))
                        .number("$.result.creates"))
                .isEqualTo(3);
    }

    private ImportWorld.Answer one(String plural, String field, String value) {
        return world.post(
                "/" + plural + "/query", Map.of("filter", Map.of("field", field, "op", "is", "value", value)));
    }

    private static String fieldOf(ImportWorld.Answer upload, String column) {
        return upload.<List<String>>at("$.columns[?(@.name=='%s')].suggested_field".formatted(column))
                .getFirst();
    }
}
