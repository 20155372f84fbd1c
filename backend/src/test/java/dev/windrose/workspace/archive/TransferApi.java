package dev.windrose.workspace.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls by one token; bodies may be files. */
record TransferApi(String address, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, byte[] body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String detail() {
            return json().path("detail").asString("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Answer zip(String path, byte[] file) {
        return send(request(path).header("Content-Type", "application/zip").POST(BodyPublishers.ofByteArray(file)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** @return the export once it has ended */
    JsonNode export(String kind) {
        var started = post("/workspace/exports", "{\"kind\": \"%s\"}".formatted(kind));
        assertThat(started.status()).as(new String(started.body())).isEqualTo(202);
        return ended("/workspace/exports/" + started.json().get("id").asString(), "");
    }

    byte[] content(JsonNode export) {
        assertThat(export.get("status").asString()).as(export.toString()).isEqualTo("done");
        return get("/workspace/exports/%s/content".formatted(export.get("id").asString()))
                .body();
    }

    JsonNode ended(String path, String member) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var json = get(path).json();
            var found = member.isEmpty() ? json : json.get(member);
            if (!found.get("status").asString().matches("queued|running")) {
                return found;
            }
            assertThat(System.nanoTime()).as("still %s", found).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
