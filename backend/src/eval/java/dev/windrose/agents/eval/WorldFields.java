package dev.windrose.agents.eval;

import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.custom.CustomFields;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the fields of a world are called in the record. What the record lacks becomes a field of the workspace. */
final class WorldFields {

    /** World to record. */
    private static final Map<String, Map<String, String>> NAMES = Map.of(
            "interaction", Map.of("text", "body", "at", "date", "user", "owner_id"),
            "objection", Map.of("summary", "text", "logged_by", "owner_id"),
            "quote", Map.of("created_by", "owner_id"),
            "mail_draft", Map.of("to", "to_address"),
            // Whoever reports at the customer is no colleague.
            "issue", Map.of("reporter", "reported_by"),
            "deal", Map.of("competitor", "competitors"),
            "project", Map.of("products", "related_product_ids", "companies", "related_company_ids"),
            "company", Map.of("region", "territory_id"));

    /** What is told by times and by steps, and not by fields. */
    private static final Set<String> LEFT_OUT = Set.of(
            "id", "at", "created_at", "updated_at", "stage_history", "owner_history", "status_history", "resolved_at");

    private final Descriptors descriptors;
    private final CustomFields custom;
    private final ExternalIds ids;
    private final Map<String, String> added = new HashMap<>();

    WorldFields(Descriptors descriptors, CustomFields custom, ExternalIds ids) {
        this.descriptors = descriptors;
        this.custom = custom;
        this.ids = ids;
    }

    /** Adds what the record lacks, by the values that there are. */
    void prepare(String type, List<Map<String, Object>> records) {
        var names = new LinkedHashSet<String>();
        records.forEach(record -> names.addAll(record.keySet()));
        for (var name : names) {
            if (field(type, name) == null && !LEFT_OUT.contains(name)) {
                var kind = records.stream()
                        .map(record -> record.get(name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(this::kind)
                        .orElse("text");
                custom.create(
                        Map.of("record_type", type, "label", label(type, name), "name", name, "kind", kind), false);
                added.put(type + "." + name, "c_" + name);
            }
        }
    }

    private String kind(Object value) {
        return switch (value) {
            case Boolean _ -> "boolean";
            case Number _ -> "number";
            case String day when day.matches("\\d{4}-\\d\\d-\\d\\d") -> "date";
            default -> "text";
        };
    }

    /** Labels of a type differ. */
    private String label(String type, String name) {
        String spaced =
                NAMES.getOrDefault(type, Map.of()).getOrDefault(name, name).replace('_', ' ');
        String label = Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
        boolean taken = descriptors.get(type).fields().values().stream()
                .anyMatch(field -> field.label().equalsIgnoreCase(label));
        return taken ? label + " (told)" : label;
    }

    Map<String, @Nullable Object> values(String type, Map<String, Object> record) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        record.forEach((name, value) -> {
            boolean day = name.equals("at") && type.equals("interaction");
            if (day) {
                values.put("date", String.valueOf(value).substring(0, 10));
            } else if (!LEFT_OUT.contains(name)) {
                put(values, type, name, value);
            }
        });
        return values;
    }

    private void put(Map<String, @Nullable Object> values, String type, String name, Object value) {
        var field = field(type, name);
        if (field == null || field.readOnly()) {
            return;
        }
        if (field.custom() != null) {
            values.put(field.name(), value instanceof List<?> list ? words(list) : value);
            return;
        }
        values.put(field.name(), field.kind().isLink() ? links(field, value) : value);
    }

    private @Nullable String words(List<?> list) {
        return list.isEmpty()
                ? null
                : String.join(", ", list.stream().map(String::valueOf).toList());
    }

    private Object links(FieldDescriptor field, Object value) {
        boolean many = field.kind() == dev.windrose.records.FieldKind.REFERENCES;
        var list = value instanceof List<?> given ? given : List.of(value);
        var records = list.stream().map(ids::record).toList();
        return many ? records : records.getFirst();
    }

    private @Nullable FieldDescriptor field(String type, String name) {
        var fields = descriptors.get(type).fields();
        var called = NAMES.getOrDefault(type, Map.of()).getOrDefault(name, name);
        for (var candidate : List.of(called, called + "_id", added.getOrDefault(type + "." + name, called))) {
            var field = fields.get(candidate);
            boolean number = type.equals("deal") && candidate.equals("deal_id");
            if (field != null && field.stored() && !number) {
                return field;
            }
        }
        return null;
    }

    /** As the world calls it. */
    static String worldName(String type, String field) {
        for (var name : NAMES.getOrDefault(type, Map.of()).entrySet()) {
            if (name.getValue().equals(field)) {
                return name.getKey();
            }
        }
        return field.startsWith("c_")
                ? field.substring(2)
                : field.endsWith("_id") ? field.substring(0, field.length() - 3) : field;
    }
}
