package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.windrose.testing.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;

/** Imports of one workspace, over HTTP. */
record ImportWorld(TestWorkspace workspace) {

    static byte[] fixture(String name) {
        try {
            return Files.readAllBytes(Path.of("..", "fixtures", "imports", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the API answered. */
    record Answer(int status, String body) {

        <T> T at(String path) {
            return JsonPath.read(body, path);
        }

        long number(String path) {
            return ((Number) at(path)).longValue();
        }
    }

    /** @param type what the rows are; null leaves it to the file */
    Answer upload(@Nullable String type, String name, byte[] content) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        if (type != null) {
            parts.add("record_type", type);
        }
        var result = workspace
                .http()
                .post()
                .uri("/api/v1/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange()
                .returnResult(String.class);
        return new Answer(result.getStatus().value(), body(result.getResponseBody()));
    }

    Answer upload(String type, String text) {
        return upload(type, "rows.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    Answer upload(String type, String text, Charset encoding) {
        return upload(type, "rows.csv", text.getBytes(encoding));
    }

    Answer get(String uri) {
        var result = workspace.http().get().uri("/api/v1" + uri).exchange().returnResult(String.class);
        return new Answer(result.getStatus().value(), body(result.getResponseBody()));
    }

    Answer post(String uri) {
        return post(uri, Map.of());
    }

    Answer post(String uri, Object body) {
        var result = workspace
                .http()
                .post()
                .uri("/api/v1" + uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class);
        return new Answer(result.getStatus().value(), body(result.getResponseBody()));
    }

    Answer put(String uri, Object body) {
        var result = workspace
                .http()
                .put()
                .uri("/api/v1" + uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class);
        return new Answer(result.getStatus().value(), body(result.getResponseBody()));
    }

    private static String body(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Takes every proposal, and leaves empty what has none. */
    Map<String, Object> proposed(Answer upload) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        List<Map<String, @Nullable Object>> all = upload.at("$.columns");
        all.forEach(column -> columns.put(String.valueOf(column.get("name")), column.get("suggested_field")));
        var choices = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        List<Map<String, Object>> questions = upload.at("$.choice_questions");
        for (var question : questions) {
            var words = new LinkedHashMap<String, @Nullable Object>();
            ((List<?>) question.get("values"))
                    .forEach(word -> words.put(
                            String.valueOf(((Map<?, ?>) word).get("value")), ((Map<?, ?>) word).get("suggested")));
            choices.put(String.valueOf(question.get("field")), words);
        }
        List<String> keys = upload.at("$.match_keys");
        return Map.of("columns", columns, "choices", choices, "match_key", keys.getFirst());
    }

    /** Uploads, takes every proposal, runs it to its end. */
    Answer run(String type, String name, byte[] content) {
        var upload = upload(type, name, content);
        assertThat(upload.status()).as(upload.body()).isEqualTo(201);
        String id = upload.at("$.id");
        var mapped = put("/imports/" + id + "/mapping", proposed(upload));
        assertThat(mapped.status()).as(mapped.body()).isEqualTo(200);
        return finish(id);
    }

    Answer finish(String id) {
        var started = post("/imports/" + id + "/run");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        return await(id);
    }

    Answer await(String id) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var answer = get("/imports/" + id);
            if (!answer.at("$.status").equals("running")) {
                return answer;
            }
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String plural) {
        return post("/" + plural + "/query", Map.of("count", true, "limit", 1)).number("$.total");
    }
}
