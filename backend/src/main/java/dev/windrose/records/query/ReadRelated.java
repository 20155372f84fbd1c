package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.store.RowMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds fields of related records to records, under their paths. One read for each step of a path, however many records. */
@Component
class ReadRelated {

    private final Descriptors descriptors;
    private final QueryStore queries;
    private final AccessSql access;
    private final MaskRecords mask;

    ReadRelated(Descriptors descriptors, QueryStore queries, AccessSql access, MaskRecords mask) {
        this.mask = mask;
        this.descriptors = descriptors;
        this.queries = queries;
        this.access = access;
    }

    List<RecordData> into(Descriptor type, Set<String> fields, List<RecordData> records, @Nullable Instant asOf) {
        var paths = fields.stream()
                .filter(name -> name.contains("."))
                .map(name -> Map.entry(name, FieldPath.of(descriptors, type, name)))
                .toList();
        if (paths.isEmpty() || records.isEmpty()) {
            return records;
        }
        var hidden = paths.stream()
                .filter(path -> path.getValue().hides(access, type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var added = new LinkedHashMap<UUID, Map<String, Object>>();
        records.forEach(record -> added.put(record.id(), new LinkedHashMap<>(record.values())));
        for (var path : paths) {
            if (!hidden.contains(path.getKey())) {
                follow(path.getValue(), records, asOf)
                        .forEach((record, value) -> added.get(record).put(path.getKey(), value));
            }
        }
        return records.stream()
                .map(record -> record.withValues(added.get(record.id())).without(hidden))
                .toList();
    }

    private Map<UUID, Object> follow(FieldPath path, List<RecordData> records, @Nullable Instant asOf) {
        var places = new LinkedHashMap<UUID, Object>();
        records.forEach(record -> place(places, record.id(), record.values().get(first(path))));
        for (int hop = 0; hop < path.hops().size(); hop++) {
            var target = path.hops().get(hop).target();
            var field = hop + 1 < path.hops().size() ? path.hops().get(hop + 1).reference() : path.field();
            var ids = new LinkedHashSet<UUID>();
            places.values().forEach(id -> ids.add((UUID) id));
            var found = new LinkedHashMap<UUID, Object>();
            var rows = queries.live(target, ids, RowMapping.only(target, List.of(field)), asOf);
            if (asOf != null && field.derived()) {
                mask.of(target, Set.of(field.name()), rows, asOf)
                        .forEach(record -> place(found, record.id(), record.value(field.name())));
            } else {
                rows.forEach(row -> place(found, row.id(), row.values().get(field.name())));
            }
            places.replaceAll((_, id) -> found.getOrDefault((UUID) id, Missing.VALUE));
            places.values().removeIf(Missing.VALUE::equals);
        }
        return places;
    }

    private enum Missing {
        VALUE
    }

    private static String first(FieldPath path) {
        return path.hops().getFirst().reference().name();
    }

    private static void place(Map<UUID, Object> values, UUID id, @Nullable Object value) {
        if (value != null) {
            values.put(id, value);
        }
    }
}
