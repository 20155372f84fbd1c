package dev.windrose.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports a file as a program does: in parts, with every proposal taken. */
final class ImportClient {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of fewer rows the end is noticed sooner. */
    private static final int MANY = 20_000;

    private static final int MOVED = 10_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    ImportClient(int port, String token) {
        this.base = "http://127.0.0.1:%d/api/v1".formatted(port);
        this.token = token;
    }

    /** @param seen seconds until so many rows were said to be done that somebody who waits sees them move */
    record Done(double seconds, String outcome, double seen) {}

    /** @return the dry run, if wanted, and the run with the reading of the file */
    List<Done> run(String type, Path file, @Nullable String key, boolean dryRun)
            throws IOException, InterruptedException {
        var done = new ArrayList<Done>();
        String upload = upload(file);
        long begin = System.nanoTime();
        var taken = send("POST", "/imports", JSON.writeValueAsString(Map.of("upload_id", upload, "record_type", type)));
        String id = taken.get("id").asString();
        send("PUT", "/imports/" + id + "/mapping", JSON.writeValueAsString(mapping(taken, key)));
        double read = seconds(begin);
        if (dryRun) {
            begin = System.nanoTime();
            send("POST", "/imports/" + id + "/dry-run", "{}");
            double seen = awaitMoved(id, "checking", begin);
            var checked = await(id, "checking");
            done.add(new Done(seconds(begin), told(checked.get("dry_run")), seen));
        }
        begin = System.nanoTime();
        send("POST", "/imports/" + id + "/run", "{}");
        double seen = awaitMoved(id, "running", begin);
        var ended = await(id, "running");
        done.add(new Done(read + seconds(begin), told(ended.get("result")), seen));
        return done;
    }

    private double awaitMoved(String id, String status, long begin) throws IOException, InterruptedException {
        while (true) {
            var file = send("GET", "/imports/" + id, null);
            if (!file.get("status").asString().equals(status)
                    || file.path("progress").path("done").asLong(0) >= MOVED) {
                return seconds(begin);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private String upload(Path file) throws IOException, InterruptedException {
        var begun = send(
                "POST",
                "/uploads",
                JSON.writeValueAsString(Map.of("file_name", file.getFileName().toString(), "size", Files.size(file))));
        String id = begun.get("id").asString();
        try (var in = Files.newInputStream(file)) {
            for (int part = 1; part <= begun.get("parts").asInt(); part++) {
                byte[] bytes = in.readNBytes(begun.get("part_size").asInt());
                exchange(request("/uploads/%s/parts/%d".formatted(id, part))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(bytes)));
            }
        }
        send("POST", "/uploads/" + id + "/complete", "{}");
        return id;
    }

    private static Map<String, @Nullable Object> mapping(JsonNode file, @Nullable String key) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        file.get("columns")
                .forEach(column -> columns.put(column.get("name").asString(), text(column.get("suggested_field"))));
        var choices = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        file.get("choice_questions").forEach(question -> {
            var words = new LinkedHashMap<String, @Nullable Object>();
            question.get("values")
                    .forEach(word -> words.put(word.get("value").asString(), text(word.get("suggested"))));
            choices.put(question.get("field").asString(), words);
        });
        var mapping = new LinkedHashMap<String, @Nullable Object>();
        mapping.put("columns", columns);
        mapping.put("choices", choices);
        mapping.put("match_key", key == null ? file.get("match_keys").get(0).asString() : key);
        return mapping;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asString();
    }

    private JsonNode await(String id, String status) throws IOException, InterruptedException {
        while (true) {
            var file = send("GET", "/imports/" + id, null);
            if (!file.get("status").asString().equals(status)) {
                return file;
            }
            TimeUnit.MILLISECONDS.sleep(file.get("row_count").asLong() > MANY ? 500 : 100);
        }
    }

    private static String told(JsonNode counts) {
        return "%,d new, %,d changed, %,d unchanged, %,d refused"
                .formatted(
                        counts.get("creates").asLong(),
                        counts.get("updates").asLong(),
                        counts.get("unchanged").asLong(),
                        counts.get("refused").asLong());
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private JsonNode send(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
