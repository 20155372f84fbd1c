package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.CompletePast;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.RowMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record as the API shows it. */
public final class RecordJson {

    private RecordJson() {}

    public static Map<String, @Nullable Object> of(Descriptor type, RecordData record) {
        return of(type, record, Set.of());
    }

    /** @param only the fields asked for; empty for all that were read */
    static Map<String, @Nullable Object> of(Descriptor type, RecordData record, Set<String> only) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", record.id().toString());
        json.put("type", record.type());
        json.put("version", record.version());
        json.put("title", record.title());
        json.put("created_at", record.createdAt().toString());
        json.put("updated_at", record.updatedAt().toString());
        if (record.deletedAt() != null) {
            json.put("deleted_at", record.deletedAt().toString());
        }
        for (var field : type.fields().values()) {
            boolean asked = only.isEmpty() || only.contains(field.name());
            if (asked && !record.masked().contains(field.name())) {
                json.put(field.name(), JsonValue.of(record.value(field.name())));
            }
        }
        only.stream()
                .filter(name -> name.contains("."))
                .forEach(path -> json.put(path, JsonValue.of(record.value(path))));
        json.put("external_ids", record.externalIds());
        var refs = new LinkedHashMap<String, Object>();
        record.refs().forEach((field, targets) -> refs.put(field, several(type, field) ? targets : targets.getFirst()));
        json.put("_refs", refs);
        var reasons = reasons(type, record, only);
        if (!reasons.isEmpty()) {
            json.put("_reasons", reasons);
        }
        if (record.value(CompletePast.NOT_AS_OF) instanceof Map<?, ?> untold) {
            json.put(CompletePast.NOT_AS_OF, untold);
        }
        if (!record.masked().isEmpty()) {
            json.put("_masked", record.masked().stream().sorted().toList());
        }
        return json;
    }

    /** A value as the API shows it, for answers that hold figures beside records. */
    public static @Nullable Object value(@Nullable Object value) {
        return JsonValue.of(value);
    }

    /** Why computed fields have no value. */
    private static Map<String, Object> reasons(Descriptor type, RecordData record, Set<String> only) {
        var reasons = new LinkedHashMap<String, Object>();
        for (var field : type.fields().values()) {
            Object reason = field.derived() ? record.value(RowMapping.reasonOf(field.name())) : null;
            if (reason != null
                    && !record.masked().contains(field.name())
                    && (only.isEmpty() || only.contains(field.name()))) {
                reasons.put(field.name(), reason);
            }
        }
        if (record.value(CompletePast.NOT_AS_OF) instanceof Map<?, ?> untold) {
            untold.forEach((field, reason) -> {
                if (!record.masked().contains(String.valueOf(field))) {
                    reasons.putIfAbsent(String.valueOf(field), reason);
                }
            });
        }
        return reasons;
    }

    private static boolean several(Descriptor type, String field) {
        return type.field(field)
                .filter(found -> found.kind() == FieldKind.REFERENCES)
                .isPresent();
    }
}
