package dev.windrose.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One name an event can have, with what it says.
 *
 * @param name the product brief's name where it has one, else {@code <thing>_<past verb>}
 * @param version raised when a payload field is removed or changes its meaning
 * @param payload each payload field with its description, in the order of the documentation
 */
public record EventType(String name, int version, String meaning, Map<String, String> payload) {

    public EventType {
        if (!name.matches("[a-z][a-z0-9_]{2,62}") || version < 1 || meaning.isBlank()) {
            throw new IllegalArgumentException(
                    "An event needs a snake_case name, a version from 1 and a meaning: " + name);
        }
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    public static EventType of(String name, int version, String meaning) {
        return new EventType(name, version, meaning, Map.of());
    }

    /** Adds one payload field. */
    public EventType with(String field, String description) {
        var fields = new LinkedHashMap<>(payload);
        fields.put(field, description);
        return new EventType(name, version, meaning, fields);
    }
}
