package dev.windrose.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class IntakeBatchTests {

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

    private static JsonNode send(TestWorkspace workspace, Object body, int status) {
        var answer = workspace
                .http()
                .post()
                .uri("/api/v1/intake/batch")
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }
}
