package dev.windrose.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordType;
import dev.windrose.records.query.Records;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller over HTTP reads of its mistakes, for every record type. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntityHttpTests {

    @Autowired
    Descriptors descriptors;

    @Autowired
    Records records;

    private record Answer(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        String field() {
            return body.path("field").asString("");
        }
    }

    Stream<String> types() {
        return descriptors.all().stream().map(Descriptor::name);
    }

    Stream<String> writable() {
        return descriptors.all().stream()
                .filter(type -> type.operations().contains(RecordType.Operation.UPDATE))
                .map(Descriptor::name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesTheFilterThatIsNotThere(String name) {
        var workspace = Workspaces.fresh();
        String address = "/api/v1/" + descriptors.get(name).plural();
        var unknown = send(workspace, HttpMethod.POST, address + "/query", null, """
                {"filter": {"field": "created_at", "op": "resembles", "value": 1}}""");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("unknown_filter");
        assertThat(unknown.field()).isEqualTo("created_at");
        var noField = send(workspace, HttpMethod.POST, address + "/query", null, """
                {"filter": {"field": "no_such_field", "value": 1}}""");
        assertThat(noField.code()).isEqualTo("unknown_field");
        assertThat(noField.field()).isEqualTo("no_such_field");
        assertThat(send(workspace, HttpMethod.GET, address + "?filter=1", null, null)
                        .code())
                .isEqualTo("unknown_filter");
        assertThat(send(workspace, HttpMethod.POST, address + "/query", null, "{\"filter\": [1]}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("writable")
    void namesWhatIsWrongAndLosesNothing(String name) {
        var workspace = Workspaces.fresh();
        var stranger = Workspaces.fresh();
        var type = descriptors.get(name);
        UUID id = ActorScope.call(workspace.owner(), () -> SampleRecords.plain(type));
        UUID foreign = ActorScope.call(stranger.owner(), () -> SampleRecords.plain(type));
        String one = "/api/v1/" + type.plural() + "/" + id;
        String field = SampleRecords.freeText(type).name();
        assertThat(send(workspace, HttpMethod.PATCH, one, 1L, "{\"" + field + "\": ")
                        .code())
                .isEqualTo("malformed");
        assertThat(send(workspace, HttpMethod.PATCH, one, 1L, "[1, 2]").status())
                .isEqualTo(400);
        var unknown = send(workspace, HttpMethod.PATCH, one, 1L, "{\"no_such_field\": 1}");
        assertThat(unknown.code()).isEqualTo("unknown_field");
        assertThat(unknown.field()).isEqualTo("no_such_field");
        var wrong = send(workspace, HttpMethod.PATCH, one, 1L, "{\"%s\": {\"a\": [1]}}".formatted(field));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.field()).isEqualTo(field);
        assertThat(send(workspace, HttpMethod.PATCH, one, null, "{}").status()).isEqualTo(428);
        assertThat(send(workspace, HttpMethod.PATCH, one, 7L, "{\"%s\": \"x\"}".formatted(field))
                        .code())
                .isEqualTo("stale_version");
        String theirs = "/api/v1/" + type.plural() + "/" + foreign;
        assertThat(send(workspace, HttpMethod.PATCH, theirs, 1L, "{\"%s\": \"x\"}".formatted(field))
                        .status())
                .isEqualTo(404);
        assertThat(send(workspace, HttpMethod.GET, theirs, null, null).status()).isEqualTo(404);
        assertThat(send(workspace, HttpMethod.DELETE, theirs, null, null).status())
                .isIn(403, 404);
        assertThat(send(workspace, HttpMethod.GET, "/api/v1/" + type.plural() + "/not-an-id", null, null)
                        .status())
                .isIn(400, 404);
        ActorScope.run(workspace.owner(), () -> assertThat(records.get(name, id).version())
                .isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("writable")
    void letsOneOfTwoWritersWin(String name) throws Exception {
        var workspace = Workspaces.fresh();
        var type = descriptors.get(name);
        var field = SampleRecords.freeText(type);
        if (field.readOnly()) {
            return;
        }
        UUID id = ActorScope.call(workspace.owner(), () -> SampleRecords.plain(type));
        String address = "/api/v1/" + type.plural() + "/" + id;
        var together = new CyclicBarrier(2);
        try (var writers = Executors.newFixedThreadPool(2)) {
            List<Callable<Answer>> both = Stream.of("first", "second")
                    .<Callable<Answer>>map(value -> () -> {
                        together.await();
                        return send(
                                workspace,
                                HttpMethod.PATCH,
                                address,
                                1L,
                                JsonMapper.shared().writeValueAsString(Map.of(field.name(), value)));
                    })
                    .toList();
            var answers = writers.invokeAll(both).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
            String kept = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .findFirst()
                    .orElseThrow()
                    .body()
                    .path(field.name())
                    .asString();
            ActorScope.run(workspace.owner(), () -> {
                assertThat(records.get(name, id).version()).isEqualTo(2);
                assertThat(records.get(name, id).value(field.name())).isEqualTo(kept);
            });
        }
    }

    private static Answer send(
            TestWorkspace workspace, HttpMethod method, String uri, @Nullable Long version, @Nullable String body) {
        var request = workspace.http().method(method).uri(uri);
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        var result = request.exchange().expectBody(String.class).returnResult();
        String text = result.getResponseBody();
        return new Answer(
                result.getStatus().value(), JsonMapper.shared().readTree(text == null || text.isBlank() ? "{}" : text));
    }
}
