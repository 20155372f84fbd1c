package dev.windrose.records;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as read: values by field name in the Java types of their kinds (text, choices String; integers Long; numbers, scores and money with a
 * currency field BigDecimal; other money {@link Money}; references and people UUID; several references List of UUID; dates LocalDate; instants
 * Instant).
 *
 * @param values without the fields that are empty
 * @param masked fields that are hidden from whoever reads
 * @param refs the records that reference fields point to, by field name; empty unless asked for
 */
public record RecordData(
        String type,
        UUID id,
        long version,
        String title,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        Map<String, Object> values,
        List<ExternalId> externalIds,
        Map<String, List<RecordRef>> refs,
        Set<String> masked) {

    public @Nullable Object value(String field) {
        return values.get(field);
    }

    public @Nullable String text(String field) {
        return values.get(field) instanceof Object value ? value.toString() : null;
    }

    public @Nullable UUID reference(String field) {
        return (UUID) values.get(field);
    }

    /** Without the values of these fields. */
    public RecordData without(Set<String> hidden) {
        if (hidden.isEmpty()) {
            return this;
        }
        var shown = new LinkedHashMap<>(values);
        shown.keySet().removeAll(hidden);
        var all = new HashSet<>(masked);
        all.addAll(hidden);
        return new RecordData(type, id, version, title, createdAt, updatedAt, deletedAt, shown, externalIds, refs, all);
    }

    public RecordData with(String field, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new RecordData(
                type, id, version, title, createdAt, updatedAt, deletedAt, changed, externalIds, refs, masked);
    }

    public boolean binned() {
        return deletedAt != null;
    }

    public RecordData withValues(Map<String, Object> others) {
        return new RecordData(
                type, id, version, title, createdAt, updatedAt, deletedAt, others, externalIds, refs, masked);
    }

    public RecordData withRefs(Map<String, List<RecordRef>> resolved) {
        return new RecordData(
                type, id, version, title, createdAt, updatedAt, deletedAt, values, externalIds, resolved, masked);
    }
}
