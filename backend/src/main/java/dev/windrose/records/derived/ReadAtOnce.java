package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.CompleteRecords;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import dev.windrose.records.store.RowStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out formulas that ask for the time, for the records about to be shown. */
@Component
class ReadAtOnce implements CompleteRecords {

    private final Definitions definitions;
    private final RowStore rows;
    private final LoadLinks loadLinks;
    private final Moments moments;

    ReadAtOnce(Definitions definitions, RowStore rows, LoadLinks loadLinks, Moments moments) {
        this.definitions = definitions;
        this.rows = rows;
        this.loadLinks = loadLinks;
        this.moments = moments;
    }

    @Override
    public List<RecordData> complete(Descriptor type, Set<String> fields, List<RecordData> records) {
        if (records.isEmpty()) {
            return records;
        }
        var atRead = definitions.current().atRead(type.name());
        if (atRead.isEmpty()
                || !fields.isEmpty()
                        && atRead.stream()
                                .noneMatch(definition ->
                                        fields.contains(definition.field().name()))) {
            return records;
        }
        var whole =
                rows.readForChange(type, records.stream().map(RecordData::id).toList());
        var formulas = atRead.stream()
                .map(Definition::formula)
                .filter(Objects::nonNull)
                .toList();
        var links = loadLinks.of(
                type, formulas, whole.values().stream().map(Row::values).toList(), false);
        return records.stream()
                .map(record -> whole.containsKey(record.id())
                        ? completed(type, fields, record, whole.get(record.id()).values(), atRead, links)
                        : record)
                .toList();
    }

    private RecordData completed(
            Descriptor type,
            Set<String> fields,
            RecordData record,
            Map<String, Object> stored,
            List<Definition> atRead,
            Linked.Links links) {
        var moment = moments.now();
        var known = new LinkedHashMap<>(stored);
        var shown = new LinkedHashMap<>(record.values());
        for (var definition : atRead) {
            if (definition.formula() == null) {
                continue;
            }
            String name = definition.field().name();
            var result = definition.formula().evaluate(new Linked(type, known, links), moment);
            if (result.value() != null) {
                known.put(name, result.value());
            }
            if (fields.isEmpty() || fields.contains(name)) {
                put(shown, name, result.value());
                put(shown, RowMapping.reasonOf(name), result.reason());
            }
        }
        return record.withValues(shown);
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }
}
