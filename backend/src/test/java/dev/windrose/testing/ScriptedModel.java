package dev.windrose.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint of chat completions on this machine that answers what a test told it to, and holds each request against the specification. */
public final class ScriptedModel {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final OpenApiSchema SPEC =
            OpenApiSchema.of(Path.of("src/test/specs/openai_chat_embeddings.openapi.json"));

    private final HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** @param pause before anything is said */
    public record Reply(int status, String body, Map<String, String> headers, Duration pause) {

        public static Reply says(String content) {
            return message("\"content\":" + JSON.writeValueAsString(content) + ",\"refusal\":null");
        }

        public static Reply says(Object json) {
            return says(JSON.writeValueAsString(json));
        }

        public static Reply refuses(String why) {
            return message("\"content\":null,\"refusal\":" + JSON.writeValueAsString(why));
        }

        private static Reply message(String told) {
            return new Reply(200, """
                    {"id":"chatcmpl-1","object":"chat.completion","created":1772442000,"model":"scripted","choices":[{"index":0,"logprobs":null,
                    "message":{"role":"assistant",%s},"finish_reason":"stop"}],"usage":{"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200}}""".formatted(told), Map.of(), Duration.ZERO);
        }

        public static Reply fails(int status) {
            return new Reply(
                    status,
                    "{\"error\":{\"message\":\"no\",\"type\":\"server_error\",\"param\":null,\"code\":null}}",
                    Map.of(),
                    Duration.ZERO);
        }

        public static Reply busy(String retryAfter) {
            return new Reply(429, fails(429).body(), Map.of("Retry-After", retryAfter), Duration.ZERO);
        }

        public static Reply leadsTo(String address) {
            return new Reply(307, "", Map.of("Location", address), Duration.ZERO);
        }

        public Reply after(Duration pause) {
            return new Reply(status, body, headers, pause);
        }
    }

    public ScriptedModel() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** From now on these are answered, one a request; nothing of earlier tests counts. */
    public synchronized void will(Reply... next) {
        replies.clear();
        asked.clear();
        problems.clear();
        replies.addAll(List.of(next));
    }

    public List<JsonNode> asked() {
        return asked;
    }

    /** What of the requests does not conform. */
    public List<String> problems() {
        return problems;
    }

    private synchronized @Nullable Reply next() {
        return replies.poll();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(body);
        problems.addAll(SPEC.problems(body, "CreateChatCompletionRequest"));
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer ")) {
            problems.add("The key is missing.");
        }
        var told = next();
        var reply = told == null ? Reply.fails(500) : told;
        if (reply.status() == 200 && reply.body().startsWith("{\"id\"")) {
            problems.addAll(SPEC.problems(JSON.readTree(reply.body()), "CreateChatCompletionResponse"));
        }
        pause(reply.pause());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
