package dev.windrose.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Calls the API as a program with a token does. */
final class ApiClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    ApiClient(int port, String token) {
        this.base = "http://127.0.0.1:%d/api/v1".formatted(port);
        this.token = token;
    }

    String get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, null);
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body, null);
    }

    String put(String path, String body) throws IOException, InterruptedException {
        return send("PUT", path, body, null);
    }

    String patch(String path, long version, String body) throws IOException, InterruptedException {
        return send("PATCH", path, body, "\"" + version + "\"");
    }

    private String send(String method, String path, @Nullable String body, @Nullable String version)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (version != null) {
            request.header("If-Match", version);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    "%s %s answers %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
