package dev.windrose.llm.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases of the corpora, each with the key by which its kind is found. */
final class ValueCorpora {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ValueCorpora() {}

    static List<ValueCase> of(Path folder, String file) throws IOException {
        return file.endsWith(".json") ? results(folder, file) : lines(folder, file);
    }

    private static List<ValueCase> results(Path folder, String file) throws IOException {
        var out = new ArrayList<ValueCase>();
        var text = Files.readString(folder.resolve(file));
        for (var one : JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var input = one.path("Input").asString();
            if (one.path("Results").isEmpty()) {
                out.add(new ValueCase(file, "none||| " + lower(input), input, one));
            }
            for (var result : one.path("Results")) {
                var gold = JSON.createObjectNode();
                gold.set("result", result);
                gold.set("reference", one.path("Context").path("ReferenceDateTime"));
                out.add(new ValueCase(file, key(result), input, gold));
            }
        }
        return out;
    }

    private static String key(JsonNode result) {
        var type = (result.has("TypeName") ? result.path("TypeName") : result.path("Type"))
                .asString()
                .replace("datetimeV2.", "");
        var resolution = result.path("Resolution");
        String second;
        String mod;
        if (result.has("Value")) {
            second = result.path("Value").path("Timex").asString("");
            mod = result.path("Value").path("Mod").asString("");
        } else if (resolution.has("values") && !resolution.path("values").isEmpty()) {
            second = resolution.path("values").get(0).path("timex").asString("");
            mod = resolution.path("values").get(0).path("Mod").asString("");
        } else {
            second = first(resolution, "subtype", "isoCurrency", "unit");
            mod = resolution.hasNonNull("value") ? resolution.path("value").asString() : "None";
        }
        if (List.of("date", "daterange", "duration").contains(type)) {
            second = second.replaceAll("\\d", "9");
        }
        return type + "|" + second + "|" + mod + "|" + lower(result.path("Text").asString());
    }

    private static String first(JsonNode node, String... names) {
        for (var name : names) {
            if (node.hasNonNull(name) && !node.path(name).asString().isEmpty()) {
                return node.path(name).asString();
            }
        }
        return "";
    }

    private static List<ValueCase> lines(Path folder, String file) throws IOException {
        var out = new ArrayList<ValueCase>();
        for (var line : Files.readAllLines(folder.resolve(file))) {
            if (line.isBlank()) {
                continue;
            }
            var one = JSON.readTree(line);
            var locale = one.path("locale").asString("EN");
            if (locale.equals("EN") || locale.equals("XX")) {
                out.add(new ValueCase(
                        file,
                        lineKey(file, one),
                        one.path("text").asString(one.path("price_raw").asString("")),
                        one));
            }
        }
        return out;
    }

    private static String lineKey(String file, JsonNode one) {
        var text = lower(one.path("text").asString(""));
        if (file.startsWith("price")) {
            return one.path("set").asString();
        }
        if (file.endsWith("negatives.jsonl")) {
            return one.path("dim").asString() + "|" + text;
        }
        var kind = one.path("kind").asString("None");
        if (file.endsWith("time.jsonl")) {
            return kind + "|" + one.path("grain").asString("None") + "|" + text;
        }
        if (file.endsWith("money.jsonl")) {
            boolean latent = one.path("section").asString("").contains("latent");
            return kind + "|" + one.path("currency").asString("None") + "|" + (latent ? "latent" : "") + "|" + text;
        }
        return one.path("expected").asString("") + "|" + text;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
