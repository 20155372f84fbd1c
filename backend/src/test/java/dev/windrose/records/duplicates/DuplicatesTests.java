package dev.windrose.records.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class DuplicatesTests {

    /** Times 50 ms. What other tests imported by the thousand is looked through first. */
    private static final int PATIENCE = 1_800;

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void start() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
    }

    @Test
    void proposesAPairFromTheEventsAndSaysWhy() throws InterruptedException {
        pairOfContacts();
        var pair = awaitPair("contact");
        assertThat(pair.get("score").toString()).startsWith("0.9");
        assertThat(pair.get("reasons").toString()).contains("E-mail is the same".replace("E-mail", label("email")));
        assertThat((List<?>) pair.get("records")).hasSize(2);
        assertThat(get("/api/v1/duplicates/counts").toString()).contains("contact=1");
        var ids = ((List<?>) pair.get("records"))
                .stream().map(record -> ((Map<?, ?>) record).get("id")).toList();
        assertThat(((List<?>) get("/api/v1/contacts/" + ids.getFirst() + "/duplicates")
                        .get("data")))
                .hasSize(1);
    }

    @Test
    void leavesColleaguesAlone() {
        var company = world.create("company", Map.of("name", "Brindle Harbour"));
        for (var name : List.of("Mara Quill", "Tove Brandt", "Ansel Castellan", "Priya Drummond")) {
            var mail = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@brindle.example";
            refresh(
                    "contact",
                    world.create(
                            "contact",
                            Map.of("name", name, "email", mail, "company_id", company, "phone", "+1 555 700 8000")));
        }
        assertThat((List<?>) get("/api/v1/duplicates").get("data")).isEmpty();
    }

    @Test
    void aDismissedPairIsNotProposedAgain() throws InterruptedException {
        var ids = pairOfContacts();
        var pair = awaitPair("contact");
        var dismissed = post("/api/v1/duplicates/" + pair.get("id") + "/dismiss", Map.of(), 200);
        assertThat(dismissed.get("status")).isEqualTo("dismissed");
        world.update("contact", ids.getFirst(), Map.of("title", "Head of Rail"));
        refresh("contact", ids.getFirst());
        assertThat((List<?>) get("/api/v1/duplicates").get("data")).isEmpty();
        post("/api/v1/duplicates/" + pair.get("id") + "/reopen", Map.of(), 200);
        assertThat((List<?>) get("/api/v1/duplicates").get("data")).hasSize(1);
    }

    @Test
    void mergesWithAllThatRefersToTheMergedOneAndUndoesIt() throws InterruptedException {
        var one = world.create("company", Map.of("name", "Quern Optics", "website_url", "https://quern.example"));
        var two = world.create(
                "company", Map.of("name", "Quern Optics Ltd", "website_url", "quern.example", "employee_size", 40));
        var contact = world.create("contact", Map.of("name", "Mara Quill", "company_id", two));
        var note = world.create(
                "note", Map.of("record_type", "company", "record_id", two.toString(), "body", "Wants lenses"));
        world.apply(
                Cause.person(),
                DraftOperation.update("company", two, Map.of("size", "small"))
                        .knownAs(List.of(new ExternalId("erp", "77"))));
        var pair = awaitPair("company");

        var preview = post(
                "/api/v1/duplicates/" + pair.get("id") + "/merge?dry_run=true",
                Map.of("survivor_id", one.toString()),
                200);
        assertThat(preview.get("moves").toString()).contains("company_id").contains("record_id");
        assertThat(world.get("contact", contact).reference("company_id")).isEqualTo(two);

        var merged =
                post("/api/v1/duplicates/" + pair.get("id") + "/merge", Map.of("survivor_id", one.toString()), 200);
        assertThat(world.get("contact", contact).reference("company_id")).isEqualTo(one);
        assertThat(world.get("note", note).text("record_id")).isEqualTo(one.toString());
        assertThat(world.get("company", one).value("employee_size")).isEqualTo(40L);
        assertThat(world.get("company", one).text("name")).isEqualTo("Quern Optics");
        assertThat(get("/api/v1/companies/" + two))
                .containsEntry("id", one.toString())
                .containsEntry("merged_from", two.toString());
        assertThat(get("/api/v1/companies/" + two + "?merged=false")).containsEntry("id", two.toString());
        assertThat(get("/api/v1/companies/" + one + "/merged").toString()).contains(two.toString());
        assertThat(world.in(() -> Workspaces.bean(Records.class).byExternalId("company", new ExternalId("erp", "77"))))
                .contains(one);
        assertThat((List<?>) get("/api/v1/duplicates?status=merged").get("data"))
                .hasSize(1);

        var set = ((Map<?, ?>) merged.get("change_set")).get("id");
        post("/api/v1/change-sets/" + set + "/undo", Map.of(), 200);
        assertThat(world.get("contact", contact).reference("company_id")).isEqualTo(two);
        assertThat(world.get("note", note).text("record_id")).isEqualTo(two.toString());
        assertThat(world.get("company", one).value("employee_size")).isNull();
        assertThat(get("/api/v1/companies/" + two)).containsEntry("id", two.toString());
        assertThat(world.in(() -> Workspaces.bean(Records.class).byExternalId("company", new ExternalId("erp", "77"))))
                .contains(two);
        assertThat((List<?>) get("/api/v1/duplicates").get("data")).hasSize(1);
    }

    @Test
    void thePrimaryContactOfAnAccountIsMergedIntoAnother() {
        var company = world.create("company", Map.of("name", "Quern Optics"));
        var primary = world.create("contact", Map.of("name", "Mara Quill", "company_id", company, "is_primary", true));
        var other = world.create("contact", Map.of("name", "M. Quill"));
        post("/api/v1/contacts/" + other + "/merge", Map.of("from_ids", List.of(primary.toString())), 200);
        assertThat(world.get("contact", other).value("is_primary")).isEqualTo(true);
        assertThat(world.get("contact", other).reference("company_id")).isEqualTo(company);
    }

    @Test
    void keepsTheValueThatSomebodyChose() {
        var one = world.create("contact", Map.of("name", "Mara Quill", "phone", "+1 555 201 3344", "title", "Buyer"));
        var two = world.create(
                "contact", Map.of("name", "M. Quill", "phone", "+1 555 201 9999", "email", "mara@quill.example"));
        post(
                "/api/v1/contacts/" + one + "/merge",
                Map.of("from_ids", List.of(two.toString()), "fields", Map.of("phone", two.toString())),
                200);
        var record = world.get("contact", one);
        assertThat(record.text("phone")).contains("9999");
        assertThat(record.text("email")).isEqualTo("mara@quill.example");
        assertThat(record.text("title")).isEqualTo("Buyer");
        post("/api/v1/contacts/" + one + "/merge", Map.of("from_ids", List.of(two.toString())), 409);
        post("/api/v1/contacts/" + one + "/merge", Map.of("from_ids", List.of(one.toString())), 400);
    }

    @Test
    void whatASyncWroteBesideAMergeTurnsToTheSurvivor() throws InterruptedException {
        var one = world.create("company", Map.of("name", "Quern Optics"));
        var two = world.create("company", Map.of("name", "Quern Optics Ltd"));
        post("/api/v1/companies/" + one + "/merge", Map.of("from_ids", List.of(two.toString())), 200);
        var contact = world.create("contact", Map.of("name", "Mara Quill", "company_id", two));
        for (int i = 0; i < PATIENCE && two.equals(world.get("contact", contact).reference("company_id")); i++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(world.get("contact", contact).reference("company_id")).isEqualTo(one);
    }

    @Test
    void valuesThatARoleDoesNotShowAreNotLost() {
        var one = world.create("contact", Map.of("name", "Mara Quill"));
        var two = world.create("contact", Map.of("name", "Mara Quill", "phone", "+1 555 201 3344"));
        body(http.put()
                .uri("/api/v1/access/masks")
                .body(Map.of(
                        "masks",
                        List.of(Map.of("record_type", "contact", "field", "phone", "roles", List.of("member")))))
                .exchange()
                .expectStatus()
                .isOk());
        var member = world.as(world.workspace().person("Mo Member", Role.MEMBER));
        var order = new MergeOrder("contact", one, List.of(two), Map.of());
        assertThat(member.in(() -> Workspaces.bean(MergeRecords.class).preview(order))
                        .fields()
                        .toString())
                .doesNotContain("phone");
        member.in(() -> Workspaces.bean(MergeRecords.class).merge(order));
        assertThat(world.get("contact", one).text("phone")).contains("3344");
    }

    @Test
    void anAgentOnlyProposesAMerge() {
        var one = world.create("contact", Map.of("name", "Mara Quill"));
        var two = world.create("contact", Map.of("name", "Mara Quill", "title", "Buyer"));
        var agent = world.as(world.actor().agent("Tidy"));
        var result = agent.in(() ->
                Workspaces.bean(MergeRecords.class).merge(new MergeOrder("contact", one, List.of(two), Map.of())));
        assertThat(result.proposed()).isTrue();
        assertThat(world.get("contact", two).binned()).isFalse();
        post("/api/v1/change-sets/" + result.changes().id() + "/apply", Map.of(), 200);
        assertThat(world.get("contact", two).binned()).isTrue();
        assertThat(get("/api/v1/contacts/" + two)).containsEntry("id", one.toString());
    }

    @Test
    void mergesAloneOnlyAboveWhatTheWorkspaceSets() throws InterruptedException {
        http.put()
                .uri("/api/v1/duplicates/settings")
                .body(List.of(Map.of("record_type", "contact", "auto_merge_above", 0.95)))
                .exchange()
                .expectStatus()
                .isOk();
        var ids = pairOfContacts();
        for (int i = 0; i < PATIENCE && !world.get("contact", ids.getLast()).binned(); i++) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(world.get("contact", ids.getLast()).binned()).isTrue();
        var set = UUID.fromString(((Map<?, ?>) ((List<?>) get("/api/v1/contacts/" + ids.getFirst() + "/merged")
                                .get("data"))
                        .getFirst())
                .get("change_set_id")
                .toString());
        post("/api/v1/change-sets/" + set + "/undo", Map.of(), 200);
        refresh("contact", ids.getLast());
        Thread.sleep(Duration.ofMillis(300));
        assertThat(world.get("contact", ids.getLast()).binned())
                .as("what somebody took apart stays apart")
                .isFalse();
    }

    @Test
    void saysWhatANewRecordMayAlreadyBe() {
        refresh("contact", world.create("contact", Map.of("name", "Mara Quill", "email", "mara@quill.example")));
        var found = post(
                "/api/v1/duplicates/check",
                Map.of("type", "contact", "values", Map.of("name", "Quill, Mara", "email", "mara@quill.example")),
                200);
        assertThat((List<?>) found.get("data")).hasSize(1);
        assertThat(((List<?>) post(
                                "/api/v1/duplicates/check",
                                Map.of("type", "contact", "values", Map.of("name", "Tove Brandt")),
                                200)
                        .get("data")))
                .isEmpty();
    }

    @Test
    void looksThroughWhatIsThere() throws InterruptedException {
        var ids = pairOfContacts();
        var job =
                post("/api/v1/duplicates/scan", Map.of("type", "contact"), 202).get("job_id");
        Map<?, ?> state = Map.of();
        for (int i = 0; i < PATIENCE && !"done".equals(state.get("status")); i++) {
            Thread.sleep(Duration.ofMillis(50));
            state = get("/api/v1/jobs/" + job);
        }
        assertThat(state.get("status")).isEqualTo("done");
        assertThat(ids).hasSize(2);
        assertThat((List<?>) get("/api/v1/duplicates").get("data")).hasSize(1);
    }

    @Test
    void asksForRights() throws InterruptedException {
        pairOfContacts();
        var pair = awaitPair("contact");
        var viewer = world.workspace().httpAs(Role.VIEWER);
        viewer.post()
                .uri("/api/v1/duplicates/" + pair.get("id") + "/dismiss")
                .body(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden();
        viewer.post()
                .uri("/api/v1/duplicates/scan")
                .body(Map.of("type", "contact"))
                .exchange()
                .expectStatus()
                .isForbidden();
        var stranger = RecordWorld.fresh().workspace().http();
        stranger.get()
                .uri("/api/v1/duplicates/" + pair.get("id"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private List<UUID> pairOfContacts() {
        var one = world.create(
                "contact",
                Map.of(
                        "name",
                        "Robert Quillfeather",
                        "email",
                        "r.quillfeather@tallow.example",
                        "phone",
                        "+1 555 300 4100"));
        var two = world.create(
                "contact",
                Map.of("name", "Bob Quillfeather", "email", "r.quillfeather@tallow.example", "title", "Head of Metal"));
        return List.of(one, two);
    }

    private void refresh(String type, UUID id) {
        world.in(() -> Workspaces.bean(RefreshCandidates.class).of(type, List.of(id)));
    }

    private Map<?, ?> awaitPair(String type) throws InterruptedException {
        List<?> data = List.of();
        for (int i = 0; i < PATIENCE && data.isEmpty(); i++) {
            Thread.sleep(Duration.ofMillis(50));
            data = (List<?>) get("/api/v1/duplicates?type=" + type).get("data");
        }
        assertThat(data).hasSize(1);
        return (Map<?, ?>) data.getFirst();
    }

    private String label(String field) {
        return world.in(() -> Workspaces.bean(Descriptors.class)
                .get("contact")
                .fields()
                .get(field)
                .label());
    }

    private Map<String, Object> get(String path) {
        return body(http.get().uri(path).exchange().expectStatus().isOk());
    }

    private Map<String, Object> post(String path, Object body, int status) {
        return body(http.post().uri(path).body(body).exchange().expectStatus().isEqualTo(status));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(RestTestClient.ResponseSpec answer) {
        return answer.expectBody(Map.class).returnResult().getResponseBody();
    }
}
