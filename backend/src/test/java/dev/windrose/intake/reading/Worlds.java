package dev.windrose.intake.reading;

import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.heads.SentenceHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invented worlds of records that the fixtures of messages share. */
final class Worlds {

    private static final Path FOLDER = Path.of("src/test/fixtures/intake");

    private static final Heads HEADS = new SentenceHeads(new Embeddings());

    private Worlds() {}

    static List<JsonNode> cases(String file) throws IOException {
        var out = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(FOLDER.resolve(file))) {
            out.add(JsonMapper.shared().readTree(line));
        }
        return out;
    }

    static Understanding read(JsonNode one, Map<String, InMemoryRecords> worlds) {
        var author = one.get("author");
        var message = new Message(
                one.get("text").asString(),
                one.get("channel").asString(),
                OffsetDateTime.parse(one.get("received_at").asString()),
                author.isNull()
                        ? null
                        : new Message.Author(
                                author.get("name").asString(),
                                author.get("role").asString()),
                null,
                null);
        return ReadMessage.of(message, worlds.get(one.get("world").asString()), HEADS);
    }

    static Map<String, InMemoryRecords> all() throws IOException {
        var records = new LinkedHashMap<String, List<KnownRecord>>();
        List<KnownRecord> current = new ArrayList<>();
        for (var line : Files.readAllLines(FOLDER.resolve("worlds.txt"))) {
            if (line.startsWith("# world ")) {
                current = new ArrayList<>();
                records.put(line.substring(8), current);
            } else if (line.startsWith("history ")) {
                remember(line, current);
            } else if (!line.isBlank()) {
                current.add(record(line, current));
            }
        }
        var worlds = new LinkedHashMap<String, InMemoryRecords>();
        records.forEach((name, all) -> worlds.put(name, new InMemoryRecords(all)));
        return worlds;
    }

    /** A line {@code history d1 field=stage; from=...; to=...; at=...} is a step of the record of that id. */
    private static void remember(String line, List<KnownRecord> current) {
        var words = line.split(" ", 3);
        for (int i = 0; i < current.size(); i++) {
            var record = current.get(i);
            if (record.id().equals(words[1])) {
                var fields = new LinkedHashMap<String, Object>(record.fields());
                var steps = new ArrayList<Object>();
                if (fields.get("change_history") instanceof List<?> earlier) {
                    steps.addAll(earlier);
                }
                steps.add(fields(words[2]));
                fields.put("change_history", steps);
                current.set(i, new KnownRecord(record.type(), record.id(), record.name(), fields));
            }
        }
    }

    private static Map<String, Object> fields(String text) {
        var fields = new LinkedHashMap<String, Object>();
        for (var pair : text.split("; ")) {
            var value = pair.substring(pair.indexOf('=') + 1);
            fields.put(pair.substring(0, pair.indexOf('=')), value.matches("\\d+") ? Long.valueOf(value) : value);
        }
        return fields;
    }

    private static KnownRecord record(String line, List<KnownRecord> before) {
        var words = line.split(" ", 3);
        var fields = fields(words[2]);
        var company = fields.get("company_id");
        before.stream()
                .filter(record -> record.is("company") && record.id().equals(company))
                .findFirst()
                .ifPresent(record -> fields.put("company", record.name()));
        var name = fields.getOrDefault("name", fields.getOrDefault("product", fields.getOrDefault("title", "")));
        return new KnownRecord(words[0], words[1], name.toString(), fields);
    }
}
