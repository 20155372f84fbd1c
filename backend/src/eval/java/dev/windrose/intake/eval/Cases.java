package dev.windrose.intake.eval;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Message;
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

/** A case: the message and the records known before it. */
public record Cases(String id, Message message, List<KnownRecord> known) {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> TYPES = Map.of(
            "companies",
            "company",
            "contacts",
            "contact",
            "deals",
            "deal",
            "products",
            "product",
            "issues",
            "issue",
            "users",
            "person");

    static List<Cases> in(Path file) throws IOException {
        var cases = new ArrayList<Cases>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                cases.add(of(JSON.readTree(line)));
            }
        }
        return cases;
    }

    private static Cases of(JsonNode node) {
        var known = new ArrayList<KnownRecord>();
        node.get("known").properties().forEach(group -> group.getValue()
                .forEach(record -> known.add(record(TYPES.getOrDefault(group.getKey(), group.getKey()), record))));
        return new Cases(node.get("id").asString(), message(node), known);
    }

    static Message message(JsonNode node) {
        var author = node.get("author");
        var writer = author == null || author.isNull()
                ? null
                : new Message.Author(
                        author.get("name").asString(), author.path("role").asString(""));
        return new Message(
                node.get("text").asString(),
                node.get("channel").asString(),
                OffsetDateTime.parse(node.get("received_at").asString()),
                writer,
                null,
                null);
    }

    private static KnownRecord record(String type, JsonNode node) {
        var fields = new LinkedHashMap<String, Object>();
        node.properties()
                .forEach(field -> fields.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
        var name = fields.containsKey("name")
                ? fields.get("name")
                : fields.getOrDefault("title", fields.getOrDefault("product", ""));
        return new KnownRecord(type, node.get("id").asString(), String.valueOf(name), fields);
    }
}
