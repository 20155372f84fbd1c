package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a record came to be what it is. */
@Component
public class RecordTrail {

    private static final String ALL = "*";

    private final Descriptors descriptors;
    private final Records records;
    private final HistoryStore store;
    private final MaskedHistory masked;

    RecordTrail(Descriptors descriptors, Records records, HistoryStore store, MaskedHistory masked) {
        this.masked = masked;
        this.descriptors = descriptors;
        this.records = records;
        this.store = store;
    }

    /**
     * Changes in the brief's structure, the newest first, as plain JSON values.
     *
     * @param below only versions below this one
     */
    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> history(String type, UUID id, long below, int limit) {
        requireRecord(type, id);
        var descriptor = descriptors.get(type);
        return store.history(id, below, limit).stream()
                .map(entry -> masked.of(descriptor, entry))
                .toList();
    }

    /** Who set each field that has a value, when and from which evidence. */
    @Transactional(readOnly = true)
    public Map<String, Object> provenance(String type, UUID id) {
        var record = records.get(type, id);
        var stamps = Json.read(store.provenance(descriptors.get(type), id).orElse("{}")) instanceof Map<?, ?> map
                ? map
                : Map.of();
        var byField = new LinkedHashMap<String, Object>();
        for (FieldDescriptor field : descriptors.get(type).dataFields()) {
            if (record.masked().contains(field.name())) {
                continue;
            }
            Object stamp = stamps.containsKey(field.name()) || !record.values().containsKey(field.name())
                    ? stamps.get(field.name())
                    : stamps.get(ALL);
            if (stamp != null) {
                byField.put(field.name(), stamp);
            }
        }
        return byField;
    }

    private void requireRecord(String type, UUID id) {
        if (records.byIds(type, List.of(id)).isEmpty()) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such record.");
        }
    }
}
