package dev.windrose.context.retrieval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.windrose.testing.OpenApiSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server on this machine that reads Pinecone's own specification, refuses what is not in it, and keeps vectors in memory: it searches by dot
 * product and applies filters as the documentation tells them.
 */
final class PineconeServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SPEC = Path.of("src/test/specs/pinecone_db_data_2025-10.oas.yaml");
    private static final Map<String, String> BODIES =
            Map.of("/vectors/upsert", "UpsertRequest", "/query", "QueryRequest", "/vectors/delete", "DeleteRequest");

    final List<String> refused = new CopyOnWriteArrayList<>();
    final Map<String, Map<String, JsonNode>> namespaces = new ConcurrentHashMap<>();
    volatile boolean down;

    private final JsonNode spec;
    private final OpenApiSchema schemas;
    private final HttpServer server;

    PineconeServer() throws IOException {
        spec = JSON.valueToTree(
                new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Files.readString(SPEC)));
        schemas = OpenApiSchema.of(spec);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var wrong = wrong(exchange, path, body);
            refused.addAll(wrong);
            if (down || !wrong.isEmpty()) {
                answer(exchange, down ? 503 : 400, Map.of("message", wrong.toString()));
                return;
            }
            var vectors = namespaces.computeIfAbsent(body.path("namespace").asString(), _ -> new ConcurrentHashMap<>());
            answer(
                    exchange,
                    200,
                    switch (path) {
                        case "/vectors/upsert" -> {
                            body.path("vectors")
                                    .forEach(vector ->
                                            vectors.put(vector.path("id").asString(), vector));
                            yield Map.of("upsertedCount", body.path("vectors").size());
                        }
                        case "/vectors/delete" -> {
                            body.path("ids").forEach(id -> vectors.remove(id.asString()));
                            yield Map.of();
                        }
                        default ->
                            Map.of(
                                    "matches",
                                    matches(body, vectors),
                                    "namespace",
                                    body.path("namespace").asString());
                    });
        }
    }

    private List<String> wrong(HttpExchange exchange, String path, JsonNode body) {
        var wrong = new ArrayList<String>();
        var operation = spec.path("paths").path(path).path("post");
        if (operation.isMissingNode() || !BODIES.containsKey(path)) {
            return List.of("no such operation: " + path);
        }
        for (var parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("header")
                    && parameter.path("required").asBoolean(false)
                    && !parameter
                            .path("schema")
                            .path("default")
                            .asString()
                            .equals(exchange.getRequestHeaders().getFirst(name))) {
                wrong.add("header " + name);
            }
        }
        String key = spec.path("components")
                .path("securitySchemes")
                .path("ApiKeyAuth")
                .path("name")
                .asString();
        if (!"lantern".equals(exchange.getRequestHeaders().getFirst(key))) {
            wrong.add("key");
        }
        String schema = BODIES.get(path);
        wrong.addAll(schemas.problems(body, schema));
        var known = spec.path("components").path("schemas").path(schema).path("properties");
        body.propertyNames().stream().filter(name -> !known.has(name)).forEach(name -> wrong.add("unknown " + name));
        body.path("vectors").forEach(vector -> metadata(vector.path("metadata"), wrong));
        return wrong;
    }

    /** Texts, numbers, booleans and lists of texts; nothing empty. */
    private static void metadata(JsonNode metadata, List<String> wrong) {
        metadata.properties().forEach(entry -> {
            var value = entry.getValue();
            boolean texts = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
            if (!texts && !value.isString() && !value.isNumber() && !value.isBoolean()) {
                wrong.add("metadata " + entry.getKey());
            }
        });
    }

    private static List<Map<String, Object>> matches(JsonNode body, Map<String, JsonNode> vectors) {
        var all = new ArrayList<Map<String, Object>>();
        vectors.forEach((id, vector) -> {
            if (fits(vector.path("metadata"), body.path("filter"))) {
                double sum = 0;
                for (int i = 0; i < body.path("vector").size(); i++) {
                    sum += body.path("vector").get(i).asDouble()
                            * vector.path("values").get(i).asDouble();
                }
                var match = new LinkedHashMap<String, Object>();
                match.put("id", id);
                match.put("score", sum);
                all.add(match);
            }
        });
        all.sort(Comparator.comparingDouble((Map<String, Object> match) -> -(double) match.get("score")));
        return all.subList(0, Math.min(all.size(), body.path("topK").asInt()));
    }

    private static boolean fits(JsonNode metadata, JsonNode filter) {
        return filter.properties().stream()
                .allMatch(entry -> entry.getKey().equals("$and")
                        ? entry.getValue().valueStream().allMatch(part -> fits(metadata, part))
                        : entry.getValue().properties().stream()
                                .allMatch(
                                        test -> holds(metadata.path(entry.getKey()), test.getKey(), test.getValue())));
    }

    private static boolean holds(JsonNode value, String operator, JsonNode wanted) {
        return switch (operator) {
            case "$eq" -> value.equals(wanted);
            case "$lte" -> value.asDouble() <= wanted.asDouble();
            case "$gte" -> value.asDouble() >= wanted.asDouble();
            case "$in" -> in(value, wanted);
            case "$nin" -> !in(value, wanted);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static boolean in(JsonNode value, JsonNode wanted) {
        return value.isArray()
                ? value.valueStream().anyMatch(each -> in(each, wanted))
                : wanted.valueStream().anyMatch(value::equals);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
