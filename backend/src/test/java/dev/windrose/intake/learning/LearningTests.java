package dev.windrose.intake.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.intake.Incoming;
import dev.windrose.intake.Intake;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class LearningTests {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-03-02T10:00:00+01:00");

    @Autowired
    Intake intake;

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    Records records;

    @Autowired
    Examples examples;

    private UUID add(String type, Map<String, Object> values) {
        var draft = DraftOperation.create(type, values);
        changes.apply(ChangeDraft.of(Cause.person(), "Set up", draft));
        return draft.recordId();
    }

    private Map<String, @Nullable Object> chat(String text) {
        return intake.take(new Incoming(text, "chat", MONDAY, null, false, null, null, null, null));
    }

    private static JsonNode get(RestTestClient http, String path) {
        var answer = http.get().uri(path).exchange().expectStatus().isOk();
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    private static ChangeSetId applied(Map<String, @Nullable Object> decision) {
        return new ChangeSetId(UUID.fromString(String.valueOf(decision.get("change_set_id"))));
    }

    private List<?> written(String type, UUID company) {
        return records.query(RecordQuery.of(type).where(Filter.is("company_id", company)));
    }

    @Test
    void readsAValueAsItWasSetRight() {
        var workspace = Workspaces.fresh();
        ActorScope.run(workspace.owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            var text =
                    "Please open a ticket for Pellham Rail: since this morning nobody can log in to the portal, urgent.";
            chat(text);
            var issue = records.query(RecordQuery.of("issue").where(Filter.is("company_id", company)))
                    .getFirst();
            assertThat(issue.value("priority")).isEqualTo("urgent");
            changes.apply(ChangeDraft.of(
                    Cause.person(),
                    "Set right",
                    DraftOperation.update("issue", issue.id(), Map.of("priority", "high"))));

            var again = chat(text);
            var issues = records.query(RecordQuery.of("issue").where(Filter.is("company_id", company)));
            assertThat(issues).hasSize(2).allMatch(each -> "high".equals(each.value("priority")));
            assertThat(String.valueOf(again.get("learned"))).contains("value");
        });
        var report = get(workspace.http(), "/api/v1/intake/evaluation");
        assertThat(report.path("total").path("corrected").asInt()).isEqualTo(1);
        assertThat(report.path("total").path("messages").asInt()).isEqualTo(2);
        assertThat(report.path("by_week").get(0).path("written").asInt()).isPositive();
        var week = report.path("by_entity_week")
                .valueStream()
                .filter(each -> each.path("entity").asString().equals("issue"))
                .findFirst()
                .orElseThrow();
        assertThat(week.path("week")).isEqualTo(report.path("by_week").get(0).path("week"));
        assertThat(week.path("corrected").asInt()).isEqualTo(1);
        assertThat(week.path("written").asInt()).isPositive();
        assertThat(report.path("by_engine").get(0).path("engine").asString()).isEqualTo("embedded");
        assertThat(report.path("by_field").toString()).contains("priority");
        assertThat(report.path("examples").path("active").asInt()).isEqualTo(1);
        var data = get(workspace.http(), "/api/v1/intake/examples?kind=value").path("data");
        assertThat(data.get(0).path("used").asInt()).isEqualTo(1);
        var uses = get(
                        workspace.http(),
                        "/api/v1/intake/examples/" + data.get(0).path("id").asString() + "/uses")
                .path("data");
        assertThat(uses.size()).isEqualTo(1);
        assertThat(uses.get(0).path("message_id").asString())
                .isNotEqualTo(data.get(0).path("prompt_log_id").asString());
        get(
                workspace.http(),
                "/api/v1/intake/messages/" + uses.get(0).path("message_id").asString());
    }

    @Test
    void knowsARecordByANameItWasTaught() {
        var workspace = Workspaces.fresh();
        ActorScope.run(workspace.owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            chat("Called the locomotive folks today.");
            assertThat(written("interaction", company)).isEmpty();
            examples.alias("locomotive folks", "company", company);
            var decision = chat("Called the locomotive folks today.");
            assertThat(written("interaction", company)).hasSize(1);
            assertThat(String.valueOf(decision.get("learned"))).contains("Pellham Rail");
        });
    }

    @Test
    void asksBeforeItWritesAgainWhatWasTakenBack() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            var text = "Please open a ticket for Pellham Rail: the export button does nothing.";
            decisions.undo(applied(chat(text)));
            var again = chat(text);
            assertThat(written("issue", company)).isEmpty();
            assertThat(again.get("proposed_change_set_id")).isNotNull();
            assertThat(String.valueOf(again.get("operations"))).contains("taken back");

            decisions.apply(
                    new ChangeSetId(UUID.fromString(String.valueOf(again.get("proposed_change_set_id")))), Set.of());
            assertThat(written("issue", company)).hasSize(1);
            assertThat(chat(text).get("proposed_change_set_id")).isNull();
        });
    }

    @Test
    void forgetsACorrectionThatIsTakenBack() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            chat("Please open a ticket for Pellham Rail: since this morning nobody can log in to the portal, urgent.");
            var issue = records.query(RecordQuery.of("issue").where(Filter.is("company_id", company)))
                    .getFirst();
            var set = changes.apply(ChangeDraft.of(
                    Cause.person(), "Set", DraftOperation.update("issue", issue.id(), Map.of("priority", "low"))));
            assertThat(examples.page(null, null, null, null, null, 10).examples())
                    .hasSize(1)
                    .allMatch(Example::active);
            decisions.undo(set.id());
            assertThat(examples.page(null, null, null, null, null, 10).examples())
                    .noneMatch(example -> example.active() && example.kind() == ExampleKind.VALUE);
        });
    }

    @Test
    void learnsNothingFromOrdinaryEdits() {
        ActorScope.run(Workspaces.fresh().owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            changes.apply(ChangeDraft.of(
                    Cause.person(), "Renamed", DraftOperation.update("company", company, Map.of("name", "Pellham"))));
            assertThat(examples.page(null, null, null, null, null, 10).total()).isZero();
        });
    }

    @Test
    void showsAndForgetsExamplesOfOneself() {
        TestWorkspace workspace = Workspaces.fresh();
        var id = ActorScope.call(workspace.owner(), () -> {
            var company = add("company", Map.of("name", "Pellham Rail"));
            return examples.alias("the railway", "company", company).id();
        });
        var member = workspace.httpAs(Role.MEMBER);
        assertThat(get(member, "/api/v1/intake/examples").path("total").asInt()).isZero();
        member.delete()
                .uri("/api/v1/intake/examples/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .http()
                .delete()
                .uri("/api/v1/intake/examples/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(get(workspace.http(), "/api/v1/intake/examples")
                        .path("data")
                        .get(0)
                        .path("active")
                        .asBoolean())
                .isFalse();
        workspace
                .http()
                .post()
                .uri("/api/v1/intake/examples")
                .body(Map.of(
                        "kind", "alias", "text", "x", "record", Map.of("type", "company", "id", UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isBadRequest();
        assertThat(get(workspace.http(), "/api/v1/intake/examples?q=railway")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }
}
