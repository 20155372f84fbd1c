package dev.windrose.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.llm.model.ModelPolicyChange.Budget;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.testing.ScriptedModel;
import dev.windrose.testing.ScriptedModel.Reply;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class StructuredModelTests {

    private static final Prompt PROMPT = new Prompt("test-prompt", 3, "Read.", """
            {"type":"object","properties":{"stage":{"type":"string"}},"required":["stage"],"additionalProperties":false}""");
    private static final Map<String, String> WON = Map.of("stage", "won");

    private final ScriptedModel server = TestDatabase.MODEL;

    @Autowired
    StructuredModel model;

    @Autowired
    ModelPolicies policies;

    @AfterEach
    void conforms() {
        assertThat(server.problems()).isEmpty();
    }

    private TestWorkspace open(@Nullable Budget budget) {
        var workspace = Workspaces.fresh();
        ActorScope.run(
                workspace.owner(),
                () -> policies.change(new ModelPolicyChange(new Share(true, true, null), budget, null, null)));
        return workspace;
    }

    private Optional<ModelAnswer> ask(TestWorkspace workspace, String text) {
        return ActorScope.call(
                workspace.owner(), () -> model.ask(new ModelQuestion(ModelTier.STRONG, "test", PROMPT, text, null)));
    }

    private CallOutcome failure(Reply... replies) {
        var workspace = open(null);
        server.will(replies);
        var answer = ask(workspace, "They signed.").orElseThrow();
        var kept = calls(workspace).path("data").get(0).path("outcome").asString();
        var why = ((ModelAnswer.Missing) answer).why();
        assertThat(kept).isEqualTo(why.wire());
        return why;
    }

    private static JsonNode calls(TestWorkspace workspace) {
        return get(workspace.http(), "/api/v1/llm/calls", 200);
    }

    private static JsonNode get(
            org.springframework.test.web.servlet.client.RestTestClient http, String path, int status) {
        var answer = http.get().uri(path).exchange().expectStatus().isEqualTo(status);
        return JsonMapper.shared().readTree(answer.expectBody().returnResult().getResponseBodyContent());
    }

    @Test
    void asksForTheShapeAndKeepsTheCallWithItsCost() {
        var workspace = open(new Budget(null, "10", "EUR", "1.5", "6"));
        server.will(Reply.says(WON));
        var answer = (ModelAnswer.Given) ask(workspace, "They signed.").orElseThrow();
        assertThat(answer.json().get("stage").asString()).isEqualTo("won");
        var format = server.asked().getFirst().path("response_format");
        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();

        var call = calls(workspace).path("data").get(0);
        assertThat(call.path("prompt").asString()).isEqualTo("test-prompt");
        assertThat(call.path("prompt_version").asInt()).isEqualTo(3);
        assertThat(call.path("input_tokens").asInt()).isEqualTo(1000);
        assertThat(call.path("cost").asString()).isEqualTo("0.0027");
        assertThat(call.path("person").path("name").asString()).isEqualTo("Olive Owner");
        var whole = get(workspace.http(), "/api/v1/llm/calls/" + call.path("id").asString(), 200);
        assertThat(whole.path("request").asString()).contains("They signed.");
        assertThat(whole.path("response").asString()).contains("won");
        var usage = get(workspace.http(), "/api/v1/llm/settings", 200).path("usage");
        assertThat(usage.path("cost_left").asString()).isEqualTo("9.9973");
    }

    @Test
    void letsNothingOutBeforeAnAdministratorTurnsItOn() {
        var workspace = Workspaces.fresh();
        server.will(Reply.says(WON));
        assertThat(ask(workspace, "They signed.")).isEmpty();
        assertThat(server.asked()).isEmpty();
        var settings = get(workspace.http(), "/api/v1/llm/settings", 200);
        assertThat(settings.path("state").asString()).isEqualTo("off");
        var body = Map.of("share", Map.of("message_text", true));
        workspace
                .httpAs(Role.MANAGER)
                .put()
                .uri("/api/v1/llm/settings")
                .body(body)
                .exchange()
                .expectStatus()
                .isForbidden();
        workspace
                .http()
                .put()
                .uri("/api/v1/llm/settings")
                .body(body)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(get(workspace.http(), "/api/v1/llm/settings", 200)
                        .path("state")
                        .asString())
                .isEqualTo("on");
    }

    @Test
    void waitsAsLongAsABusyEndpointAsks() {
        var workspace = open(null);
        server.will(Reply.busy("0"), Reply.says(WON));
        assertThat(ask(workspace, "x").orElseThrow()).isInstanceOf(ModelAnswer.Given.class);
        assertThat(calls(workspace).path("data").get(0).path("attempts").asInt())
                .isEqualTo(2);
        assertThat(failure(Reply.busy("600"), Reply.says(WON))).isEqualTo(CallOutcome.RATE_LIMITED);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void tellsEachFailure() {
        assertThat(failure(Reply.fails(500), Reply.fails(503))).isEqualTo(CallOutcome.FAILED);
        assertThat(failure(Reply.fails(401))).isEqualTo(CallOutcome.FAILED);
        assertThat(failure(Reply.says("well, they won"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(Reply.says("[1]"))).isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(new Reply(200, "{\"choices\":", Map.of(), Duration.ZERO)))
                .isEqualTo(CallOutcome.UNREADABLE);
        assertThat(failure(Reply.refuses("I will not."))).isEqualTo(CallOutcome.REFUSED);
        assertThat(failure(Reply.says(WON).after(Duration.ofMillis(1400)))).isEqualTo(CallOutcome.TIMED_OUT);
    }

    @Test
    void followsNoRedirect() {
        assertThat(failure(Reply.leadsTo(server.url() + "/chat/completions"), Reply.says(WON)))
                .isEqualTo(CallOutcome.FAILED);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void refusesBeyondTheBudget() {
        var workspace = open(new Budget(1_300L, null, null, null, null));
        server.will(Reply.says(WON), Reply.says(WON));
        assertThat(ask(workspace, "x").orElseThrow()).isInstanceOf(ModelAnswer.Given.class);
        assertThat(ask(workspace, "x".repeat(800)).orElseThrow())
                .isEqualTo(new ModelAnswer.Missing(CallOutcome.OVER_BUDGET));
        assertThat(server.asked()).hasSize(1);
        assertThat(ask(Workspaces.fresh(), "x")).isEmpty();
    }

    @Test
    void masksSecretsAndAddresses() {
        var workspace = open(null);
        server.will(Reply.says(Map.of("stage", "mail_1_hidden")));
        var answer = (ModelAnswer.Given)
                ask(workspace, "Write to ada@quarrow.example, password: Hunter2! and key sk-abcdefghijklmnop1234.")
                        .orElseThrow();
        assertThat(answer.json().path("stage").asString()).isEqualTo("ada@quarrow.example");
        var sent = server.asked().getFirst().toString();
        assertThat(sent).doesNotContain("ada@", "Hunter2", "abcdefghijklmnop").contains("mail_1_hidden");
    }

    @Test
    void showsPeopleTheirOwnCalls() {
        var workspace = open(null);
        server.will(Reply.says(WON));
        ask(workspace, "x");
        var id = calls(workspace).path("data").get(0).path("id").asString();
        var member = workspace.httpAs(Role.MEMBER);
        var own = get(member, "/api/v1/llm/calls", 200);
        assertThat(own.path("scope").asString()).isEqualTo("own");
        assertThat(own.path("data")).isEmpty();
        get(member, "/api/v1/llm/calls/" + id, 404);
        assertThat(get(workspace.http(), "/api/v1/llm/calls?outcome=refused", 200)
                        .path("total")
                        .asInt())
                .isZero();
        get(workspace.http(), "/api/v1/llm/calls?outcome=odd", 400);
    }

    @Test
    void dropsCallsThatAreTooOld() {
        var workspace = open(null);
        server.will(Reply.says(WON));
        ask(workspace, "x");
        assertThat(Workspaces.bean(DropOldCalls.class).drop(workspace.tenant())).isZero();
    }

    @Test
    void refusesBadSettings() {
        var workspace = Workspaces.fresh();
        for (var bad : new Object[] {
            Map.of("keep_days", 0),
            Map.of("share", Map.of("contact_addresses", "some")),
            Map.of("budget", Map.of("cost_per_month", "5")),
            Map.of("budget", Map.of("tokens_per_month", -1)),
            Map.of("budget", Map.of("input_per_million", "much", "output_per_million", "1", "currency", "EUR")),
            Map.of("budget", Map.of("input_per_million", "1", "output_per_million", "1", "currency", "XQQ"))
        }) {
            workspace
                    .http()
                    .put()
                    .uri("/api/v1/llm/settings")
                    .body(bad)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }
}
