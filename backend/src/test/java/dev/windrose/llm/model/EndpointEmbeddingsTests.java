package dev.windrose.llm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.outside.OutsideHosts;
import dev.windrose.testing.OpenApiSchema;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests are held against the specification of the API. */
@WindroseTest
class EndpointEmbeddingsTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OpenApiSchema SPEC =
            OpenApiSchema.of(Path.of("src/test/specs/openai_chat_embeddings.openapi.json"));

    final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    volatile String answer = "";
    HttpServer server;
    TestWorkspace workspace;
    EndpointEmbeddings embeddings;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", exchange -> {
            try (exchange) {
                var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
                asked.add(body);
                byte[] bytes = (answer.isEmpty() ? vectors(body.path("input").size()) : answer)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        workspace = Workspaces.fresh();
        var settings = new EmbeddingSettings(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "lantern",
                "tiny",
                3,
                Duration.ofSeconds(5));
        embeddings = new EndpointEmbeddings(
                settings,
                Workspaces.bean(OutsideHosts.class),
                Workspaces.bean(ModelStore.class),
                Clock.systemUTC(),
                Workspaces.bean(PlatformTransactionManager.class));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** In the wrong order, as the specification allows. */
    private static String vectors(int count) {
        return JSON.writeValueAsString(Map.of(
                "object",
                "list",
                "model",
                "tiny",
                "usage",
                Map.of("prompt_tokens", 7, "total_tokens", 7),
                "data",
                IntStream.range(0, count)
                        .map(i -> count - 1 - i)
                        .mapToObj(
                                i -> Map.of("object", "embedding", "index", i, "embedding", List.of(i + 1.0, 0.0, 0.5)))
                        .toList()));
    }

    @Test
    void letsNothingOutUnlessTheWorkspaceDoes() {
        ActorScope.run(workspace.owner(), () -> {
            assertThat(embeddings.model()).isEmpty();
            assertThatThrownBy(() -> embeddings.of(List.of("text"))).isInstanceOf(AppException.class);
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void makesVectorsInTheOrderOfTheTextsAndHidesSecrets() {
        ActorScope.run(workspace.owner(), () -> {
            open();
            assertThat(embeddings.model()).contains("tiny/3");
            var vectors = embeddings.of(List.of("Call mara@alder.example", "my password is hunter22"));
            assertThat(vectors.get(0)).containsExactly(1, 0, 0.5f);
            assertThat(vectors.get(1)).containsExactly(2, 0, 0.5f);
        });
        assertThat(asked).hasSize(1);
        assertThat(SPEC.problems(asked.getFirst(), "CreateEmbeddingRequest")).isEmpty();
        assertThat(asked.getFirst().toString()).doesNotContain("hunter22").doesNotContain("mara@alder");
    }

    @Test
    void saysWhatIsWrongWithAnAnswer() {
        for (String bad : List.of("no json", "{\"data\":[]}", "{\"data\":[{\"index\":0,\"embedding\":[]}]}")) {
            answer = bad;
            ActorScope.run(workspace.owner(), () -> {
                open();
                assertThatThrownBy(() -> embeddings.of(List.of("text")))
                        .isInstanceOf(AppException.class)
                        .hasMessageContaining("cannot be read");
            });
        }
    }

    private static void open() {
        Workspaces.bean(ModelPolicies.class)
                .change(new ModelPolicyChange(new ModelPolicyChange.Share(true, true, null), null, null, null));
    }
}
