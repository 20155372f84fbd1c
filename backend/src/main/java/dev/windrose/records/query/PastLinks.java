package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import dev.windrose.records.store.References;
import dev.windrose.records.store.RowMapping;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What records of the past referred to, as it was called then. People are called as today. */
@Component
class PastLinks {

    /** A field that shows one of the record that a reference leads to. */
    private static final Pattern SHOWN = Pattern.compile(
            "\\(select r\\.(\\w+) from \\w+ r where r\\.tenant_id = t\\.tenant_id and r\\.id = t\\.(\\w+)\\{see:.*");

    private final Descriptors descriptors;
    private final References references;
    private final QueryStore queries;

    PastLinks(Descriptors descriptors, References references, QueryStore queries) {
        this.descriptors = descriptors;
        this.references = references;
        this.queries = queries;
    }

    /** The reference over which a computed field shows a field of another record. */
    static Optional<FieldDescriptor> reference(Descriptor type, FieldDescriptor field) {
        return shown(field).map(path -> type.fields().get(path.getKey()));
    }

    /** The reference, and the field shown. */
    private static Optional<Map.Entry<String, String>> shown(FieldDescriptor field) {
        var match = SHOWN.matcher(field.sql() == null ? "" : field.sql());
        return match.matches() ? Optional.of(Map.entry(match.group(2), match.group(1))) : Optional.empty();
    }

    /** With the fields that show others over a reference. */
    List<RecordData> shown(Descriptor type, Set<String> fields, List<RecordData> records, Instant moment) {
        var values = new LinkedHashMap<UUID, Map<String, Object>>();
        records.forEach(record -> values.put(record.id(), new LinkedHashMap<>(record.values())));
        for (var field : type.fields().values()) {
            if (fields.isEmpty() || fields.contains(field.name())) {
                shown(field).ifPresent(path -> show(type, field, path, values, moment));
            }
        }
        return records.stream()
                .map(record -> record.withValues(values.get(record.id())))
                .toList();
    }

    private void show(
            Descriptor type,
            FieldDescriptor field,
            Map.Entry<String, String> path,
            Map<UUID, Map<String, Object>> values,
            Instant moment) {
        var target =
                descriptors.find(String.valueOf(type.fields().get(path.getKey()).ref()));
        var shown = target.flatMap(found -> found.field(path.getValue()));
        var ids = new LinkedHashSet<UUID>();
        values.values().forEach(record -> {
            if (record.get(path.getKey()) instanceof UUID id) {
                ids.add(id);
            }
        });
        if (shown.isEmpty() || !shown.get().stored()) {
            return;
        }
        var found = new HashMap<UUID, Object>();
        queries.past(target.get(), ids, RowMapping.only(target.get(), List.of(shown.get())), moment, false)
                .forEach(row -> Optional.ofNullable(row.values().get(path.getValue()))
                        .ifPresent(value -> found.put(row.id(), value)));
        values.values().forEach(record -> {
            if (record.get(path.getKey()) instanceof UUID id && found.containsKey(id)) {
                record.put(field.name(), found.get(id));
            }
        });
    }

    /** As {@link References#find}, by the titles of then; of today without a moment. */
    Map<String, Map<UUID, RecordRef>> titles(Map<String, Set<UUID>> idsByType, @Nullable Instant moment) {
        if (moment == null) {
            return references.find(idsByType);
        }
        var found = new LinkedHashMap<String, Map<UUID, RecordRef>>();
        idsByType.forEach((name, ids) -> {
            var type = descriptors.find(name);
            var title = type.map(one -> one.fields().get(one.titleField())).filter(FieldDescriptor::stored);
            if (title.isEmpty()) {
                found.putAll(references.find(Map.of(name, ids)));
                return;
            }
            var refs = new LinkedHashMap<UUID, RecordRef>();
            queries.past(type.get(), ids, RowMapping.only(type.get(), List.of(title.get())), moment, false)
                    .forEach(row -> refs.put(
                            row.id(), new RecordRef(row.id(), name, type.get().titleOf(row.values()))));
            found.put(name, refs);
        });
        return found;
    }
}
