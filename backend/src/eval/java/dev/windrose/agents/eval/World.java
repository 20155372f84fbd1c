package dev.windrose.agents.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A company in a folder: one file a kind of record, one record a line. */
record World(Path folder, Map<String, Object> settings) {

    static final JsonMapper JSON = JsonMapper.shared();

    static World of(Path folder) {
        try {
            return new World(folder, object(Files.readString(folder.resolve("world.json"))));
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no world in " + folder, missing);
        }
    }

    /** A kind without a file has no records. */
    List<Map<String, Object>> all(String kind) {
        var file = folder.resolve(kind + ".jsonl");
        return Files.exists(file) ? lines(file) : List.of();
    }

    static List<Map<String, Object>> lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(World::object).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String json) {
        return JSON.readValue(json, Map.class);
    }

    Instant now() {
        return moment(settings.get("now"), null);
    }

    String text(String name, String usual) {
        return settings.get(name) instanceof String text ? text : usual;
    }

    /** A day is its morning, and what has no moment takes the given one. */
    static Instant moment(@Nullable Object at, @Nullable Instant usual) {
        if (at instanceof String text) {
            return text.length() == 10
                    ? Instant.parse(text + "T08:00:00Z")
                    : OffsetDateTime.parse(text).toInstant();
        }
        if (usual == null) {
            throw new IllegalArgumentException("The world does not say what time it is.");
        }
        return usual;
    }
}
