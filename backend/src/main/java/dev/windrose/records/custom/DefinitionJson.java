package dev.windrose.records.custom;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.CustomField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of definitions as they are stored and shown. */
final class DefinitionJson {

    private DefinitionJson() {}

    static List<ChoiceOption> choices(@Nullable Object json) {
        return json instanceof List<?> list
                ? list.stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one ->
                                new ChoiceOption(text(one.get("value")), text(one.get("label")), text(one.get("tone"))))
                        .toList()
                : List.of();
    }

    static CustomField.@Nullable Validation validation(@Nullable Object json) {
        return json instanceof Map<?, ?> map
                ? new CustomField.Validation(text(map.get("expression")), text(map.get("message")))
                : null;
    }

    static CustomField.@Nullable Rollup rollup(@Nullable Object json) {
        return json instanceof Map<?, ?> map
                ? new CustomField.Rollup(
                        text(map.get("type")),
                        text(map.get("via")),
                        text(map.get("op")),
                        map.get("field") == null ? null : text(map.get("field")),
                        filter(map.get("filter")))
                : null;
    }

    static @Nullable Map<String, @Nullable Object> of(CustomField.@Nullable Validation validation) {
        if (validation == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("expression", validation.expression());
        json.put("message", validation.message());
        return json;
    }

    static @Nullable Map<String, @Nullable Object> of(CustomField.@Nullable Rollup rollup) {
        if (rollup == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("type", rollup.type());
        json.put("via", rollup.via());
        json.put("op", rollup.op());
        json.put("field", rollup.field());
        json.put("filter", rollup.filter());
        return json;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> filter(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }

    private static String text(@Nullable Object json) {
        return Objects.toString(json, "");
    }
}
