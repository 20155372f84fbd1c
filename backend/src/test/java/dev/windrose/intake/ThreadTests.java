package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class ThreadTests {

    @Autowired
    Changes changes;

    @Autowired
    Records records;

    private TestWorkspace workspace;

    @BeforeEach
    void fresh() {
        workspace = Workspaces.fresh();
    }

    private void add(String type, Map<String, Object> values) {
        ActorScope.run(
                workspace.owner(),
                () -> changes.apply(ChangeDraft.of(Cause.person(), "Set up", DraftOperation.create(type, values))));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(workspace.baseUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + workspace.token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(method, path, body));
    }

    @Test
    void streamsARunAndKeepsItsEvents() throws Exception {
        add("company", Map.of("name", "Quarrow Mills"));
        var thread = json("POST", "/threads", "{\"title\":null}").get("id").asString();
        var stream = send(
                "POST",
                "/threads/" + thread + "/messages",
                "{\"text\":\"Called Quarrow Mills today.\",\"idempotency_key\":\"k1\"}");
        assertThat(stream)
                .contains("event:message_accepted")
                .contains("event:understood")
                .contains("event:done");
        var again = send(
                "POST",
                "/threads/" + thread + "/messages",
                "{\"text\":\"Called Quarrow Mills today.\",\"idempotency_key\":\"k1\"}");
        assertThat(again).isEqualTo(stream);
        var whole = json("GET", "/threads/" + thread, "");
        assertThat(whole.get("messages").size()).isEqualTo(2);
        assertThat(whole.get("title").asString()).isEqualTo("Called Quarrow Mills today.");
        assertThat(json("GET", "/threads", "").get("data").size()).isEqualTo(1);
        var run = stream.substring(stream.indexOf("run_id\":\"") + 9).substring(0, 36);
        var resumed = send("GET", "/threads/" + thread + "/runs/" + run + "/events?after=1", "");
        assertThat(resumed).doesNotContain("message_accepted").contains("event:done");
    }

    @Test
    void undoesItsLastMessageWhenAsked() throws Exception {
        add("company", Map.of("name", "Quarrow Mills"));
        var thread = json("POST", "/threads", "{\"title\":null}").get("id").asString();
        assertThat(say(thread, "Called Quarrow Mills today.")).contains("event:written");
        assertThat(count("interaction")).isOne();
        assertThat(say(thread, "undo that")).contains("Undone.");
        assertThat(count("interaction")).isZero();
    }

    @Test
    void goesOnWithTheRecordThatWasPicked() throws Exception {
        add("company", Map.of("name", "Marlowe Freight"));
        add("company", Map.of("name", "Marlowe Dental"));
        var thread = json("POST", "/threads", "{\"title\":null}").get("id").asString();
        assertThat(say(thread, "Called Marlowe today.")).contains("event:question");
        assertThat(count("interaction")).isZero();
        assertThat(say(thread, "Marlowe Dental")).contains("event:written");
        ActorScope.run(workspace.owner(), () -> assertThat(records.query(RecordQuery.of("interaction")))
                .singleElement()
                .satisfies(call -> assertThat(call.value("company_name")).isEqualTo("Marlowe Dental")));
    }

    private String say(String thread, String text) throws IOException, InterruptedException {
        return send("POST", "/threads/" + thread + "/messages", "{\"text\":\"%s\"}".formatted(text));
    }

    private int count(String type) {
        return ActorScope.call(
                workspace.owner(), () -> records.query(RecordQuery.of(type)).size());
    }

    @Test
    void findsByBeginningsAndMisspellings() throws Exception {
        add("company", Map.of("name", "Quarrow Mills"));
        add("company", Map.of("name", "Pellham Rail"));
        add("contact", Map.of("name", "Quentin Amsel", "title", "Buyer"));
        assertThat(json("GET", "/find?q=quar", "")
                        .get("data")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Quarrow Mills");
        assertThat(json("GET", "/find?q=Quarow+mil", "")
                        .get("data")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Quarrow Mills");
        assertThat(json("GET", "/find?q=q&types=contact", "")
                        .get("data")
                        .get(0)
                        .get("title")
                        .asString())
                .isEqualTo("Quentin Amsel");
    }

    @Test
    void keepsATokensWordForItsEmployeeOnly() throws Exception {
        add("company", Map.of("name", "Quarrow Mills"));
        var body =
                "{\"text\":\"Called Quarrow Mills today.\",\"channel\":\"slack\",\"author\":{\"name\":\"%s\",\"role\":\"AE\"}}";
        assertThat(json("POST", "/intake", body.formatted("Olive Owner"))
                        .get("change_set_id")
                        .isNull())
                .isFalse();
        assertThat(json("POST", "/intake", body.formatted("Somebody Else"))
                        .get("change_set_id")
                        .isNull())
                .isTrue();
        ActorScope.run(workspace.owner(), () -> assertThat(records.query(RecordQuery.of("interaction")))
                .hasSize(1));
    }

    @Test
    void refusesATextThatCannotBeTaken() throws Exception {
        assertThat(json("POST", "/intake", "{\"text\":\" \",\"channel\":\"chat\"}")
                        .get("field")
                        .asString())
                .isEqualTo("text");
        assertThat(json("POST", "/intake", "{\"text\":\"x\",\"channel\":\"pigeon\"}")
                        .get("field")
                        .asString())
                .isEqualTo("channel");
    }
}
