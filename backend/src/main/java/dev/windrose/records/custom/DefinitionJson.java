package dev.windrose.records.custom;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.CustomField;
import dev.windrose.records.FieldKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Definitions as they are stored and shown. */
final class DefinitionJson {

    private DefinitionJson() {}

    static Map<String, @Nullable Object> of(FieldDefinition field) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", field.id().toString());
        json.put("record_type", field.recordType());
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("kind", field.kindOnWire());
        json.put("value_kind", field.kind() == null ? null : field.kind().wire());
        json.put("required", field.required());
        json.put("unique", field.unique());
        json.put("default", field.defaultValue());
        json.put("choices", field.choices());
        json.put("ref", field.ref());
        json.put("formula", field.formula());
        json.put("rollup", of(field.rollup()));
        json.put("validation", of(field.validation()));
        json.put("help", field.help());
        json.put("section", field.section());
        json.put("filter", field.filter());
        json.put("sort", field.sort());
        json.put("list", field.list());
        json.put("created_at", field.createdAt().toString());
        json.put(
                "removed_at",
                field.removedAt() == null ? null : field.removedAt().toString());
        return json;
    }

    /** As {@link #of(FieldDefinition)} wrote it. */
    static FieldDefinition field(Map<?, ?> json) {
        return new FieldDefinition(
                UUID.fromString(text(json.get("id"))),
                text(json.get("record_type")),
                text(json.get("name")),
                text(json.get("label")),
                json.get("value_kind") == null
                        ? null
                        : FieldKind.valueOf(text(json.get("value_kind")).toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(json.get("required")),
                Boolean.TRUE.equals(json.get("unique")),
                json.get("default"),
                choices(json.get("choices")),
                json.get("ref") == null ? null : text(json.get("ref")),
                json.get("formula") == null ? null : text(json.get("formula")),
                rollup(json.get("rollup")),
                validation(json.get("validation")),
                text(json.get("help")),
                text(json.get("section")),
                Boolean.TRUE.equals(json.get("filter")),
                Boolean.TRUE.equals(json.get("sort")),
                json.get("list") instanceof Number list ? list.intValue() : 0,
                Instant.parse(text(json.get("created_at"))),
                instant(json.get("removed_at")));
    }

    static Map<String, @Nullable Object> of(EntityDefinition entity) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entity.id().toString());
        json.put("name", entity.name());
        json.put("plural", entity.plural());
        json.put("label", entity.label());
        json.put("label_plural", entity.labelPlural());
        json.put("icon", entity.icon());
        json.put("title_label", entity.titleLabel());
        json.put("created_at", entity.createdAt().toString());
        json.put(
                "removed_at",
                entity.removedAt() == null ? null : entity.removedAt().toString());
        return json;
    }

    static EntityDefinition entity(Map<?, ?> json) {
        return new EntityDefinition(
                UUID.fromString(text(json.get("id"))),
                text(json.get("name")),
                text(json.get("plural")),
                text(json.get("label")),
                text(json.get("label_plural")),
                text(json.get("icon")),
                text(json.get("title_label")),
                Instant.parse(text(json.get("created_at"))),
                instant(json.get("removed_at")));
    }

    static Map<String, @Nullable Object> of(Impact impact) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("records", impact.records());
        json.put("values", impact.values());
        json.put("invalid", impact.invalid());
        if (impact.checked() != null) {
            json.put("checked", impact.checked());
        }
        json.put("used_in", impact.usedIn());
        return json;
    }

    private static @Nullable Instant instant(@Nullable Object json) {
        return json == null ? null : Instant.parse(text(json));
    }

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
