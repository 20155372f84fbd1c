package dev.windrose.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that reads Slack's own specification (OpenAPI 2) and refuses what is not in it: unknown methods, another way of encoding, parameters that
 * are missing, unknown or of another type. It answers with the examples of the specification. A token may come as the Authorization header, as
 * Slack's documentation demands of apps, in place of the parameter.
 */
public final class SlackSpecServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    public final List<Map<String, String>> posted = new CopyOnWriteArrayList<>();
    /** What came to an address for the answer to a command. */
    public final List<JsonNode> responded = new CopyOnWriteArrayList<>();

    public final List<String> refused = new CopyOnWriteArrayList<>();
    public volatile int failures;
    public volatile String mail = "";

    private final JsonNode specification;
    private final HttpServer server;

    public SlackSpecServer() {
        try {
            specification = JSON.readTree(Files.readAllBytes(Path.of("src/test/specs/slack_chat_users.swagger2.json")));
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.createContext("/commands/", this::respond);
        server.start();
    }

    /** Everything is as at the start. */
    public void forget() {
        posted.clear();
        responded.clear();
        refused.clear();
        failures = 0;
        mail = "";
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String method = exchange.getRequestMethod().toLowerCase(java.util.Locale.ROOT);
            var operation = specification
                    .path("paths")
                    .path(exchange.getRequestURI().getPath())
                    .path(method);
            var query = fields(exchange.getRequestURI().getRawQuery());
            var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var wrong = wrong(exchange, operation, query, form);
            if (!wrong.isEmpty()) {
                refused.addAll(wrong);
                answer(exchange, 422, JSON.writeValueAsString(Map.of("ok", false, "error", wrong.toString())));
            } else if (failures > 0) {
                failures--;
                answer(exchange, 503, "later");
            } else {
                if (method.equals("post")) {
                    posted.add(form);
                }
                answer(exchange, 200, example(operation, query));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Slack's documentation of response_url says: JSON with the text, shown to one person or to the channel. */
    private void respond(HttpExchange exchange) {
        try (exchange) {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            boolean known = List.of("ephemeral", "in_channel")
                    .contains(body.path("response_type").asString(""));
            boolean json = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .startsWith("application/json");
            boolean right = exchange.getRequestMethod().equals("POST")
                    && json
                    && known
                    && !body.path("text").asString("").isBlank();
            if (!right) {
                refused.add("answer to a command: " + body);
                answer(exchange, 400, "invalid_payload");
            } else if (failures > 0) {
                failures--;
                answer(exchange, 503, "later");
            } else {
                responded.add(body);
                answer(exchange, 200, "ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String example(JsonNode operation, Map<String, String> query) {
        var example = JSON.writeValueAsString(
                operation.path("responses").path("200").path("examples").path("application/json"));
        return query.containsKey("user") && !mail.isEmpty()
                ? example.replace("spengler@ghostbusters.example.com", mail)
                : example;
    }

    private static List<String> wrong(
            HttpExchange exchange, JsonNode operation, Map<String, String> query, Map<String, String> form) {
        var wrong = new ArrayList<String>();
        if (operation.isMissingNode()) {
            return List.of("no such method: " + exchange.getRequestURI().getPath());
        }
        boolean bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .startsWith("Bearer xoxb-");
        var known = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            var given = parameter.path("in").asString().equals("query") ? query : form;
            known.add(name);
            boolean token = name.equals("token") && bearer;
            if (parameter.path("required").asBoolean(false) && !given.containsKey(name) && !token) {
                wrong.add("missing: " + name);
            }
            if (given.containsKey(name)
                    && parameter.path("type").asString().equals("boolean")
                    && !given.get(name).matches("true|false")) {
                wrong.add("not a boolean: " + name);
            }
        }
        query.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> wrong.add("unknown: " + name));
        form.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> wrong.add("unknown: " + name));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean encoded = type == null
                || operation.path("consumes").valueStream().anyMatch(one -> type.startsWith(one.asString()));
        if (!encoded) {
            wrong.add("content type: " + type);
        }
        return wrong;
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
