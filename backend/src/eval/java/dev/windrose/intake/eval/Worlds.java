package dev.windrose.intake.eval;

import dev.windrose.intake.names.KnownRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The invented worlds of records that the messages in a folder share. */
public final class Worlds {

    private final Map<String, List<KnownRecord>> worlds;

    private Worlds(Map<String, List<KnownRecord>> worlds) {
        this.worlds = worlds;
    }

    /** @param folder with {@code worlds.txt} */
    public static Worlds in(Path folder) throws IOException {
        var records = new LinkedHashMap<String, List<KnownRecord>>();
        List<KnownRecord> current = new ArrayList<>();
        for (var line : Files.readAllLines(folder.resolve("worlds.txt"))) {
            if (line.startsWith("# world ")) {
                current = new ArrayList<>();
                records.put(line.substring(8), current);
            } else if (line.startsWith("history ")) {
                remember(line, current);
            } else if (!line.isBlank()) {
                current.add(record(line, current));
            }
        }
        return new Worlds(records);
    }

    /** The message of a line, with the records of its world. */
    public Cases known(JsonNode one) {
        return new Cases(
                one.get("id").asString(),
                Cases.message(one),
                worlds.getOrDefault(one.get("world").asString(), List.of()));
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
            fields.put(pair.substring(0, pair.indexOf('=')), value(value));
        }
        return fields;
    }

    private static Object value(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> written.matches("\\d+") ? Long.valueOf(written) : written;
        };
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
