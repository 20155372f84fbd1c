package dev.windrose.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StructuredModelTests {

    private static final String SCHEMA = """
            {"type":"object","properties":{"stage":{"type":"string"}},"required":["stage"],"additionalProperties":false}""";

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private int failures;
    private String content = "{\\\"stage\\\":\\\"won\\\"}";
    private volatile String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean fails = calls.incrementAndGet() <= failures;
            var body = fails
                    ? "{\"error\":{\"message\":\"busy\"}}"
                    : "{\"id\":\"1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                            + content + "\"},\"finish_reason\":\"stop\"}]}";
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(fails ? 429 : 200, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private StructuredModel model(Map<String, String> tiers) {
        var settings = new LlmSettings(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "key", tiers, Duration.ofSeconds(5), 2);
        return new StructuredModel(new ModelTiers(settings), settings);
    }

    @Test
    void asksForTheShape() {
        var answer = model(Map.of("fast", "small-model"))
                .ask(ModelTier.FAST, "Read.", "They signed.", SCHEMA)
                .orElseThrow();
        assertThat(answer.get("stage").asString()).isEqualTo("won");
        assertThat(asked).contains("json_schema").contains("small-model").contains("additionalProperties");
    }

    @Test
    void triesAgainWhenTheEndpointIsBusy() {
        failures = 1;
        assertThat(model(Map.of("fast", "m")).ask(ModelTier.FAST, "Read.", "x", SCHEMA))
                .isPresent();
        assertThat(calls).hasValue(2);
    }

    @Test
    void saysWhenTheModelDoesNotAnswer() {
        failures = 9;
        assertThatThrownBy(() -> model(Map.of("fast", "m")).ask(ModelTier.FAST, "Read.", "x", SCHEMA))
                .isInstanceOf(AppException.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void saysWhenTheAnswerIsNoJson() {
        content = "well, they won";
        assertThatThrownBy(() -> model(Map.of("fast", "m")).ask(ModelTier.FAST, "Read.", "x", SCHEMA))
                .isInstanceOf(AppException.class);
    }

    @Test
    void isAbsentWithoutATier() {
        assertThat(model(Map.of()).ask(ModelTier.FAST, "Read.", "x", SCHEMA)).isEmpty();
    }
}
