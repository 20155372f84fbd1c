package dev.windrose.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class IntakeBatchTests {

    @Autowired
    Environment environment;

    @Test
    void takesEachTextForItselfAndTheSameBatchOnce() {
        var workspace = Workspaces.fresh();
        var batch = Map.of(
                "messages",
                List.of(
                        Map.of(
                                "key",
                                "a",
                                "message",
                                Map.of("text", "Called Quarrow Mills today.", "channel", "call_note")),
                        Map.of("key", "b", "message", Map.of("text", " ")),
                        Map.of("key", "c", "message", Map.of("text", "Hello.", "channel", "pigeon"))));
        var first = send(workspace, batch, 200).path("data");
        assertThat(first.get(0).path("decision").path("prompt_log_id").isString())
                .isTrue();
        assertThat(first.get(1).path("code").asString()).isEqualTo("required");
        assertThat(first.get(2).path("field").asString()).isEqualTo("channel");
        var second = send(workspace, batch, 200).path("data");
        assertThat(second.get(0).path("decision").path("id"))
                .isEqualTo(first.get(0).path("decision").path("id"));
        assertThat(send(workspace, Map.of("messages", List.of()), 400)
                        .path("field")
                        .asString())
                .isEqualTo("messages");
        assertThat(send(workspace, Map.of("messages", List.of(Map.of("message", Map.of("text", "x")))), 400)
                        .path("code")
                        .asString())
                .isEqualTo("required");
    }

    @Test
    void aTextKnowsWhatTheOneBeforeItHasBroughtIn() {
        var workspace = Workspaces.fresh();
        company(workspace, "Quarrow Mills");
        var met = "Met Ilse Brandt of Quarrow Mills, she is their new head of purchasing.";
        var data = send(workspace, batch(note("a", met), note("b", met), note("c", "Ilse Brandt called again.")), 200)
                .path("data");
        assertThat(data).hasSize(3);
        assertThat(contacts(workspace)).isEqualTo(1);
        assertThat(data.get(2).path("decision").path("about").toString()).contains("contact");
    }

    @Test
    void aTextThatIsRefusedTakesNothingFromItsNeighbours() {
        var workspace = Workspaces.fresh();
        company(workspace, "Quarrow Mills");
        var first = batch(
                note("a", "Met Ilse Brandt of Quarrow Mills, she is their new head of purchasing."),
                note("b", "Called Quarrow Mills today, they love it."),
                note("b", "Called Quarrow Mills today, they hate it."),
                note("c", "Remind me to send Quarrow Mills the offer by Friday."));
        var data = send(workspace, first, 200).path("data");
        assertThat(data.get(2).path("code").asString()).isEqualTo("conflict");
        assertThat(data.get(3).path("decision").path("operations")).isNotEmpty();
        var again = send(workspace, first, 200).path("data");
        for (int at : List.of(0, 1, 3)) {
            assertThat(again.get(at).path("decision").path("id"))
                    .isEqualTo(data.get(at).path("decision").path("id"));
        }
        assertThat(contacts(workspace)).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseHoldsIsWrittenOnceItIsFree() throws Exception {
        var workspace = Workspaces.fresh();
        company(workspace, "Pellham Rail");
        var held = company(workspace, "Quarrow Mills");
        var takes = batch(
                note("a", "Called Pellham Rail today, they love it."),
                note("b", "Quarrow Mills have 250 employees now and moved their headquarters to Ghent, Belgium."),
                note("c", "Called Pellham Rail again, they hate it."));
        try (var other = DatabaseOwner.connect(environment);
                var statement = other.createStatement();
                var sender = Executors.newSingleThreadExecutor()) {
            other.setAutoCommit(false);
            statement.execute("select from companies where id = '%s' for update".formatted(held));
            var answer = sender.submit(() -> send(workspace, takes, 200));
            Thread.sleep(1_000);
            assertThat(answer.isDone()).isFalse();
            other.rollback();
            var data = answer.get().path("data");
            assertThat(data.get(1).path("decision").path("change_set_id").isString())
                    .isTrue();
            assertThat(data.get(2).path("decision").path("operations")).isNotEmpty();
            assertThat(send(workspace, takes, 200)
                            .path("data")
                            .get(1)
                            .path("decision")
                            .path("id"))
                    .isEqualTo(data.get(1).path("decision").path("id"));
        }
    }

    private static Map<String, Object> note(String key, String text) {
        return Map.of("key", key, "message", Map.of("text", text, "channel", "call_note"));
    }

    private static Map<String, Object> batch(Object... messages) {
        return Map.of("messages", List.of(messages));
    }

    private static String company(TestWorkspace workspace, String name) {
        return post(workspace, "/api/v1/companies", Map.of("name", name), 201)
                .path("id")
                .asString();
    }

    private static int contacts(TestWorkspace workspace) {
        return post(workspace, "/api/v1/contacts/query", Map.of("limit", 10), 200)
                .path("data")
                .size();
    }

    private static JsonNode send(TestWorkspace workspace, Object body, int status) {
        return post(workspace, "/api/v1/intake/batch", body, status);
    }

    private static JsonNode post(TestWorkspace workspace, String path, Object body, int status) {
        var answer = workspace
                .http()
                .post()
                .uri(path)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
