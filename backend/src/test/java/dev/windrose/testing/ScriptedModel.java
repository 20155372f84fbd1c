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
import java.util.ArrayList;
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

        /** Asks for tools: names with the arguments as they are written. */
        public static Reply calls(String... namesAndArguments) {
            return message(
                    "\"content\":null,\"refusal\":null,\"tool_calls\":[" + calls(namesAndArguments, false) + "]",
                    "tool_calls");
        }

        /** An answer in pieces, each an event of the stream, with its end. */
        public static Reply streams(String... pieces) {
            var events = new ArrayList<String>();
            for (var piece : pieces) {
                events.add(chunk("{\"content\":" + JSON.writeValueAsString(piece) + "}", "null"));
            }
            events.add(chunk("{}", "\"stop\""));
            return streamed(events);
        }

        /** Asks for tools, with their arguments in two pieces each. */
        public static Reply streamsCalls(String... namesAndArguments) {
            var events = new ArrayList<String>();
            for (int i = 0; i < namesAndArguments.length; i += 2) {
                var arguments = namesAndArguments[i + 1];
                int half = arguments.length() / 2;
                events.add(chunk(
                        "{\"tool_calls\":[%s]}"
                                .formatted(call(i / 2, namesAndArguments[i], arguments.substring(0, half), true)),
                        "null"));
                events.add(chunk(
                        "{\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":%s}}]}"
                                .formatted(i / 2, JSON.writeValueAsString(arguments.substring(half))),
                        "null"));
            }
            events.add(chunk("{}", "\"tool_calls\""));
            return streamed(events);
        }

        /** The same without its last events: the connection was lost. */
        public Reply brokenOff() {
            var kept = body.lines()
                    .filter(line -> line.contains("\"delta\":{\"content\""))
                    .toList();
            return new Reply(status, String.join("\n\n", kept) + "\n\n", headers, pause);
        }

        private static Reply streamed(List<String> events) {
            var body = new StringBuilder();
            events.forEach(event -> body.append("data: ").append(event).append("\n\n"));
            body.append("data: ").append("""
                    {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1772442000,"model":"scripted","choices":[],"usage":{"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200}}""".strip()).append("\n\ndata: [DONE]\n\n");
            return new Reply(200, body.toString(), Map.of(), Duration.ZERO);
        }

        private static String chunk(String delta, String end) {
            return """
                    {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1772442000,"model":"scripted","choices":[{"index":0,"delta":%s,"logprobs":null,"finish_reason":%s}]}""".strip().formatted(delta, end);
        }

        private static String calls(String[] namesAndArguments, boolean indexed) {
            var calls = new ArrayList<String>();
            for (int i = 0; i < namesAndArguments.length; i += 2) {
                calls.add(call(i / 2, namesAndArguments[i], namesAndArguments[i + 1], indexed));
            }
            return String.join(",", calls);
        }

        private static String call(int at, String name, String arguments, boolean indexed) {
            return "{%s\"id\":\"call_%d\",\"type\":\"function\",\"function\":{\"name\":\"%s\",\"arguments\":%s}}"
                    .formatted(indexed ? "\"index\":" + at + "," : "", at, name, JSON.writeValueAsString(arguments));
        }

        private static Reply message(String told) {
            return message(told, "stop");
        }

        private static Reply message(String told, String end) {
            return new Reply(200, """
                    {"id":"chatcmpl-1","object":"chat.completion","created":1772442000,"model":"scripted","choices":[{"index":0,"logprobs":null,
                    "message":{"role":"assistant",%s},"finish_reason":"%s"}],"usage":{"prompt_tokens":1000,"completion_tokens":200,"total_tokens":1200}}""".formatted(told, end), Map.of(), Duration.ZERO);
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
        boolean stream = reply.body().startsWith("data: ");
        if (stream) {
            reply.body()
                    .lines()
                    .filter(line -> line.startsWith("data: {\"id\""))
                    .forEach(line -> problems.addAll(
                            SPEC.problems(JSON.readTree(line.substring(6)), "CreateChatCompletionStreamResponse")));
        }
        if (stream != body.path("stream").asBoolean(false) && reply.status() == 200) {
            problems.add("One streams and the other does not.");
        }
        pause(reply.pause());
        exchange.getResponseHeaders().add("Content-Type", stream ? "text/event-stream" : "application/json");
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
