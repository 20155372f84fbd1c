package dev.windrose.agents.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which record of the workspace is which of the world. */
final class ExternalIds {

    private final Map<String, UUID> records = new HashMap<>();
    private final Map<String, String> world = new HashMap<>();

    void put(String external, UUID record) {
        records.put(external, record);
        world.put(record.toString(), external);
    }

    boolean knows(@Nullable Object external) {
        return external instanceof String text && records.containsKey(text);
    }

    UUID record(Object external) {
        var found = records.get(external.toString());
        if (found == null) {
            throw new IllegalArgumentException("The world names %s, which is nowhere.".formatted(external));
        }
        return found;
    }

    /** What is no record of the world stays as it is. */
    @Nullable
    Object external(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(this::external).toList();
            case String text -> world.getOrDefault(text, text);
            case UUID id -> world.getOrDefault(id.toString(), id.toString());
            case null -> null;
            default -> value;
        };
    }
}
