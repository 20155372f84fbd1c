package dev.windrose.agents.tool;

import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds arguments against the schema of a tool and names every one that is wrong. */
public final class CheckArguments {

    private final Violations violations = new Violations();
    private final Predicate<Object> givenLater;

    /** @param givenLater values that are only known when the call happens, and are checked then */
    private CheckArguments(Predicate<Object> givenLater) {
        this.givenLater = givenLater;
    }

    /** @throws dev.windrose.platform.error.AppException naming each wrong argument */
    public static void check(Map<String, Object> schema, Map<String, ? extends @Nullable Object> arguments) {
        check(schema, arguments, "", later -> false);
    }

    /** @param under what the names of wrong arguments begin with */
    public static void check(
            Map<String, Object> schema,
            Map<String, ? extends @Nullable Object> arguments,
            String under,
            Predicate<Object> givenLater) {
        var check = new CheckArguments(givenLater);
        check.object(schema, arguments, under);
        check.violations.throwIfAny();
    }

    private void object(Map<String, Object> schema, Map<?, ? extends @Nullable Object> given, String path) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
            return;
        }
        given.forEach((name, value) -> {
            String at = under(path, String.valueOf(name));
            if (!(properties.get(name) instanceof Map<?, ?> property)) {
                violations.add(CommonError.UNKNOWN_FIELD, at, "There is no argument \"%s\".".formatted(shown(name)));
            } else if (value != null) {
                value(cast(property), value, at);
            }
        });
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> given.get(name) == null)
                    .forEach(name -> violations.add(
                            CommonError.REQUIRED, under(path, name.toString()), "\"%s\" is required.".formatted(name)));
        }
    }

    private void value(Map<String, Object> schema, Object value, String at) {
        if (givenLater.test(value)) {
            return;
        }
        switch (String.valueOf(schema.get("type"))) {
            case "string" -> text(schema, value, at);
            case "integer" -> want(value instanceof Integer || value instanceof Long, at, "a whole number");
            case "number" -> want(value instanceof Number, at, "a number");
            case "boolean" -> want(value instanceof Boolean, at, "true or false");
            case "array" -> list(schema, value, at);
            default -> {
                want(value instanceof Map, at, "an object");
                if (value instanceof Map<?, ?> map) {
                    object(schema, map, at);
                }
            }
        }
    }

    private void list(Map<String, Object> schema, Object value, String at) {
        want(value instanceof List, at, "a list");
        if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
            for (int index = 0; index < list.size(); index++) {
                Object element = list.get(index);
                if (element == null) {
                    want(false, at + "." + index, "a value");
                } else {
                    value(cast(items), element, at + "." + index);
                }
            }
        }
    }

    private void text(Map<String, Object> schema, Object value, String at) {
        if (!(value instanceof String text)) {
            want(false, at, "text");
            return;
        }
        if (schema.get("enum") instanceof List<?> choices) {
            want(choices.contains(text), at, "one of %s".formatted(choices));
        }
        switch (String.valueOf(schema.get("format"))) {
            case "uuid" -> want(reads(() -> UUID.fromString(text)), at, "an id");
            case "date" -> want(reads(() -> LocalDate.parse(text)), at, "a day like 2026-03-31");
            case "date-time" -> want(reads(() -> Instant.parse(text)), at, "a point in time like 2026-03-31T09:30:00Z");
            default -> {}
        }
    }

    private static boolean reads(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }

    private void want(boolean right, String at, String expected) {
        if (!right) {
            violations.add(CommonError.WRONG_TYPE, at, "\"%s\" takes %s.".formatted(shown(at), expected));
        }
    }

    private static String shown(Object name) {
        String text = String.valueOf(name).replaceAll("\\p{Cntrl}", " ");
        return text.length() > 80 ? text.substring(0, 80) : text;
    }

    private static String under(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> schema) {
        return (Map<String, Object>) schema;
    }
}
