package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record type as pages need it: its fields, and where to show them. */
final class TypeJson {

    private TypeJson() {}

    static Map<String, @Nullable Object> of(Descriptor type) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", type.name());
        json.put("plural", type.plural());
        json.put("label", type.label());
        if (type.entity() != null) {
            json.put("custom", true);
            json.put("id", type.entity().toString());
        }
        json.put("label_plural", type.labelPlural());
        json.put("icon", type.icon());
        json.put("title_field", type.titleField());
        json.put("ui", Map.of("list", columns(type), "sections", sections(type)));
        json.put(
                "operations",
                type.operations().stream()
                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                        .toList());
        json.put("fields", type.fields().values().stream().map(TypeJson::field).toList());
        return json;
    }

    private static List<String> columns(Descriptor type) {
        return type.fields().values().stream()
                .filter(field -> field.list() > 0)
                .sorted(Comparator.comparing(FieldDescriptor::list))
                .map(FieldDescriptor::name)
                .toList();
    }

    private static List<Map<String, Object>> sections(Descriptor type) {
        var byTitle = new LinkedHashMap<String, List<String>>();
        for (var field : type.fields().values()) {
            if (!field.name().equals("change_history")) {
                byTitle.computeIfAbsent(field.section().isEmpty() ? "Details" : field.section(), _ -> new ArrayList<>())
                        .add(field.name());
            }
        }
        return byTitle.entrySet().stream()
                .map(entry -> Map.<String, Object>of("title", entry.getKey(), "fields", entry.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> field(FieldDescriptor field) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("kind", field.kind().wire());
        json.put("required", field.required());
        json.put("read_only", field.readOnly());
        json.put("filter", field.filter());
        json.put("sort", field.sort());
        json.put("search", field.search());
        json.put("max_length", field.maxLength() == 0 ? null : field.maxLength());
        json.put("choices", field.choices());
        json.put("ref", field.ref());
        json.put("currency_field", field.currencyField());
        json.put("help", field.help());
        var custom = field.custom();
        if (custom != null) {
            json.put("custom", true);
            json.put("id", custom.id().toString());
            json.put("unique", custom.unique());
            json.put("default", custom.defaultValue());
        }
        if (custom != null && custom.derived()) {
            json.put("derived", true);
            json.put("formula", custom.formula());
            json.put("rollup", custom.rollup());
        }
        return json;
    }
}
