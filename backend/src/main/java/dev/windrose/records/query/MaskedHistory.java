package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.access.AccessSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes out of history what the actor in scope does not get to see: the fields, and the sentences that tell their values. */
@Component
public class MaskedHistory {

    private static final Set<String> VALUES = Set.of("previous_values", "new_values");

    private final AccessSql access;

    MaskedHistory(AccessSql access) {
        this.access = access;
    }

    /** @param entry in the brief's structure, or part of it, with {@code changed_fields} */
    public Map<String, @Nullable Object> of(Descriptor type, Map<String, @Nullable Object> entry) {
        var hidden = access.hidden(type);
        if (hidden.isEmpty()
                || !(entry.get("changed_fields") instanceof List<?> changed)
                || changed.stream().noneMatch(hidden::contains)) {
            return entry;
        }
        var shown = changed.stream()
                .map(String::valueOf)
                .filter(field -> !hidden.contains(field))
                .toList();
        var masked = new LinkedHashMap<String, @Nullable Object>();
        entry.forEach((key, value) -> masked.put(key, VALUES.contains(key) ? without(value, hidden) : value));
        masked.put("changed_fields", shown);
        masked.remove("evidence");
        if (String.valueOf(entry.get("change_category")).endsWith("_CREATED")) {
            return masked;
        }
        String summary = summary(type, shown);
        replace(masked, "summary", summary);
        replace(masked, "vector_searchable_text", type.label() + ": " + summary);
        replace(masked, "change_category", type.name().toUpperCase(Locale.ROOT) + "_UPDATED");
        return masked;
    }

    /** What is told of a change of these fields and of hidden ones. */
    public static String summary(Descriptor type, List<String> shown) {
        return shown.isEmpty()
                ? "A field changed that is hidden from your role"
                : shown.stream()
                                .map(name -> type.field(name)
                                        .map(FieldDescriptor::label)
                                        .orElse(name))
                                .collect(Collectors.joining(", "))
                        + " changed";
    }

    private static void replace(Map<String, @Nullable Object> entry, String key, String value) {
        Optional.ofNullable(entry.get(key)).ifPresent(_ -> entry.put(key, value));
    }

    private static @Nullable Object without(@Nullable Object values, Set<String> hidden) {
        if (!(values instanceof Map<?, ?> map)) {
            return values;
        }
        var left = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((field, value) -> {
            if (!hidden.contains(String.valueOf(field))) {
                left.put(String.valueOf(field), value);
            }
        });
        return left;
    }
}
