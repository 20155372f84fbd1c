package dev.windrose.context.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * How one value of a column of a message tree is kept in a node. A short text is the title. A long one has its beginning as the title and all of it
 * as the body. What is no text is kept whole in the body, as a block of JSON.
 */
record NodeText(String title, @Nullable String body) {

    static final int LONGEST = 500;
    private static final String CUT = "…";
    private static final Pattern BLOCK = Pattern.compile("\\s*```json\\s*\\n(.*)\\n```\\s*", Pattern.DOTALL);
    private static final List<String> NAMES =
            List.of("text", "title", "name", "headline", "claim", "value", "statement", "label", "summary");

    /** @return null for what says nothing */
    static @Nullable NodeText of(NodeKind kind, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text when text.isBlank() -> null;
            case String text -> ofText(text.strip());
            default -> new NodeText(told(kind, value), "```json\n%s\n```".formatted(NodeJson.write(value)));
        };
    }

    private static NodeText ofText(String text) {
        int line = text.indexOf('\n');
        if (line < 0 && text.length() <= LONGEST) {
            return new NodeText(text, null);
        }
        String first = (line < 0 ? text : text.substring(0, line)).strip();
        return new NodeText(first.length() < LONGEST ? first + CUT : cut(first), text);
    }

    private static String cut(String text) {
        int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST - 2));
        return text.substring(0, end).strip() + CUT;
    }

    /** The value as the column shows it. */
    Object value(NodeKind kind) {
        if (body == null || body.isBlank()) {
            return title;
        }
        var block = BLOCK.matcher(body);
        if (block.matches()) {
            return ofBlock(kind, block.group(1));
        }
        return isBeginning() ? body : title;
    }

    /** Title and body of a text that was cut; a body that says more than the title is not part of the message. */
    private boolean isBeginning() {
        return title.endsWith(CUT)
                && Objects.requireNonNullElse(body, "").startsWith(title.substring(0, title.length() - CUT.length()));
    }

    /** A title that somebody changed since goes into the value. */
    private Object ofBlock(NodeKind kind, String json) {
        Object value;
        try {
            value = NodeJson.read(json);
        } catch (JacksonException broken) {
            return title;
        }
        if (value == null || told(kind, value).equals(title)) {
            return value == null ? title : value;
        }
        if (value instanceof Map<?, ?> map) {
            var changed = new LinkedHashMap<Object, @Nullable Object>(map);
            changed.put(
                    NAMES.stream()
                            .filter(name -> map.get(name) instanceof String)
                            .findFirst()
                            .orElse("text"),
                    title);
            return changed;
        }
        return title;
    }

    private static String told(NodeKind kind, Object value) {
        String found =
                switch (value) {
                    case Map<?, ?> map ->
                        NAMES.stream()
                                .map(map::get)
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .findFirst()
                                .orElse("");
                    case List<?> _ -> "";
                    default -> String.valueOf(value);
                };
        String line = found.strip().lines().findFirst().orElse("").strip();
        return line.isEmpty() ? kind.label() : line.length() <= LONGEST ? line : cut(line);
    }
}
