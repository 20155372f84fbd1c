package dev.windrose.records.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class BulkEditTests {

    private static final Map<String, Object> OPEN = Map.of("field", "stage", "value", "proposal");

    private RecordWorld world;
    private RestTestClient http;

    @BeforeEach
    void start() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
    }

    @Test
    void changesWhatAFilterFindsAsOneChangeSet() {
        deals(3);
        var preview = post(Map.of("filter", OPEN, "set", Map.of("stage", "won"), "dry_run", true), 200);
        assertThat(preview.get("counts").toString()).contains("changed=3");
        assertThat((List<?>) preview.get("operations")).hasSize(3);
        assertThat(count()).isEqualTo(3);
        String stale = text(Map.of("filter", OPEN, "set", Map.of("stage", "won"), "expected_count", 2), 409);
        assertThat(stale).contains("3").contains("expected_count");
        var done = post(Map.of("filter", OPEN, "set", Map.of("stage", "won"), "expected_count", 3), 200);
        assertThat(done.get("status")).isEqualTo("applied");
        assertThat(done.get("summary").toString()).isEqualTo("Stage of 3 deals changed");
        assertThat(count()).isZero();
        http.post()
                .uri("/api/v1/change-sets/" + done.get("id") + "/undo")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void binsAndRestoresWhatIsNamed() {
        var ids = deals(2);
        assertThat(post(Map.of("ids", ids, "action", "delete"), 200)
                        .get("counts")
                        .toString())
                .contains("changed=2");
        assertThat(count()).isZero();
        var none = post(Map.of("ids", ids, "set", Map.of("stage", "won")), 200);
        assertThat(none.get("counts").toString()).contains("total=0");
        post(Map.of("ids", ids, "action", "restore"), 200);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void addsToFieldsThatHoldSeveralValues() {
        var one = world.create("company", Map.of("name", "One", "other_countries", List.of("DE")));
        var two = world.create("company", Map.of("name", "Two"));
        var body = Map.of("ids", List.of(one, two), "add", Map.of("other_countries", List.of("FR")));
        http.post()
                .uri("/api/v1/companies/bulk")
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(world.get("company", one).value("other_countries")).isEqualTo(List.of("DE", "FR"));
        assertThat(world.get("company", two).value("other_countries")).isEqualTo(List.of("FR"));
    }

    @Test
    void refusesWhatIsWrongForEveryRecord() {
        var ids = deals(2);
        assertThat(text(Map.of("ids", ids, "set", Map.of("stage", "nowhere")), 400))
                .contains("stage");
        assertThat(text(Map.of("ids", ids, "set", Map.of("nothing", 1)), 400)).contains("nothing");
        assertThat(text(Map.of("ids", ids), 400)).contains("set");
        assertThat(text(Map.of("set", Map.of("stage", "won")), 400)).contains("filter");
    }

    @Test
    void undoNamesWhatChangedSince() {
        var ids = deals(3);
        var done = post(Map.of("ids", ids, "set", Map.of("stage", "won")), 200);
        world.update("deal", ids.getFirst(), Map.of("stage", "lost", "lost_reason", "Price"));
        var undo = http.post()
                .uri("/api/v1/change-sets/" + done.get("id") + "/undo")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat(undo.get("status")).isEqualTo("partly_applied");
        assertThat(undo.toString()).contains("Changed since: State, Stage");
        assertThat(world.get("deal", ids.getFirst()).value("stage")).isEqualTo("lost");
        assertThat(world.get("deal", ids.getLast()).value("stage")).isEqualTo("proposal");
    }

    @Test
    void aJobWritesManyRecordsIntoOneChangeSet() throws Exception {
        deals(2_500);
        var begun = post(Map.of("filter", OPEN, "set", Map.of("stage", "won"), "expected_count", 2_500), 202);
        var job = "/api/v1/jobs/" + begun.get("job_id");
        Map<?, ?> state = Map.of();
        for (int i = 0; i < 200 && !"done".equals(state.get("status")); i++) {
            Thread.sleep(Duration.ofMillis(100));
            state = http.get()
                    .uri(job)
                    .exchange()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
        }
        assertThat(state.get("status")).as(state.toString()).isEqualTo("done");
        var result = (Map<?, ?>) state.get("result");
        var set = world.in(() -> Workspaces.bean(Changes.class)
                .get(new ChangeSetId(UUID.fromString(result.get("change_set_id").toString()))));
        assertThat(set.operationCount()).isEqualTo(2_500);
        assertThat(count()).isZero();
        world.undo(set);
        assertThat(count()).isEqualTo(2_500);
    }

    private List<UUID> deals(int count) {
        var operations = new ArrayList<DraftOperation>();
        for (int i = 0; i < count; i++) {
            operations.add(
                    DraftOperation.create("deal", new HashMap<>(Map.of("name", "Deal " + i, "stage", "proposal"))));
        }
        world.in(() -> Workspaces.bean(Changes.class).apply(ChangeDraft.of(Cause.person(), "Test", operations)));
        return operations.stream().map(DraftOperation::recordId).toList();
    }

    private int count() {
        var page = http.post()
                .uri("/api/v1/deals/query")
                .body(Map.of("filter", OPEN, "count", true, "limit", 1))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return (Integer) page.get("total");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> post(Map<String, ?> body, int status) {
        return http.post()
                .uri("/api/v1/deals/bulk")
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private String text(Map<String, ?> body, int status) {
        return new String(
                http.post()
                        .uri("/api/v1/deals/bulk")
                        .body(body)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
    }
}
