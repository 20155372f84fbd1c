package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.expression.Result;
import dev.windrose.records.store.CustomValueStore;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.RowMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores computed values with the reasons of empty ones, in one statement for all records and fields of a type. */
@Component
class KeepResults {

    private final DerivedStore store;
    private final CustomValueStore customValues;
    private final TellComputed tell;

    KeepResults(DerivedStore store, CustomValueStore customValues, TellComputed tell) {
        this.tell = tell;
        this.store = store;
        this.customValues = customValues;
    }

    void of(Descriptor type, Map<UUID, Map<FieldDescriptor, Result>> results) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var indexed = new LinkedHashMap<FieldDescriptor, Map<UUID, @Nullable Object>>();
        results.forEach((record, byField) -> {
            var custom = new LinkedHashMap<String, @Nullable Object>();
            byField.forEach((field, result) -> {
                custom.put(field.name(), JsonValue.of(result.value()));
                custom.put(RowMapping.reasonOf(field.name()), result.reason());
                indexed.computeIfAbsent(field, _ -> new LinkedHashMap<>()).put(record, result.value());
            });
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", record.toString());
            row.put("custom", custom);
            rows.add(row);
        });
        tell.computed(type.name(), store.put(type, rows));
        customValues.indexed(indexed);
    }
}
