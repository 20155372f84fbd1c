package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message of a system: JSON, read as paths and values. */
final class Payload {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PROSE = Pattern.compile(
            "(?:.*\\.)?(?:body|message|notes?|comments?|description|text|a|answer|details|subject|title|reason|content|q)");

    /** Such a field may as well bear a name. */
    private static final Pattern NAMING = Pattern.compile("(?:.*\\.)?(?:description|subject|title)");

    /** A remark beside the record. */
    private static final Pattern ASIDE = Pattern.compile("(?i)(?:.*\\.)?(?:memo|remarks?|internal_?notes?|reference)");

    private Payload() {}

    static boolean isJson(String text) {
        var trimmed = text.strip();
        if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) {
            return false;
        }
        try {
            return JSON.readTree(trimmed).isObject();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /** Every leaf by its path, joined by dots. */
    static Map<String, String> leaves(String text) {
        var out = new LinkedHashMap<String, String>();
        collect("", JSON.readTree(text.strip()), out);
        return out;
    }

    private static void collect(String path, JsonNode node, Map<String, String> out) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), out));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), out);
            }
        } else if (!node.isNull()) {
            out.put(path, node.asString());
        }
    }

    /** Does somebody write there in words of their own? */
    static boolean isProse(String path) {
        return ASIDE.matcher(path).matches()
                || PROSE.matcher(path).matches() && !NAMING.matcher(path).matches();
    }

    /** Prose in it is read like a text; the rest by its names. */
    static List<Part> parts(String text) {
        var out = new ArrayList<Part>();
        int from = 0;
        for (var leaf : leaves(text).entrySet()) {
            int at = leaf.getValue().isBlank() ? -1 : text.indexOf(leaf.getValue(), from);
            if (at < 0) {
                continue;
            }
            boolean prose =
                    PROSE.matcher(leaf.getKey()).matches() && leaf.getValue().contains(" ");
            out.add(new Part(
                    prose ? Part.Kind.OWN : Part.Kind.HEADER,
                    new Span(at, at + leaf.getValue().length()),
                    null,
                    null,
                    null,
                    null));
            from = at + leaf.getValue().length();
        }
        return out;
    }
}
