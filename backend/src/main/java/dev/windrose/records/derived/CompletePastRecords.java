package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.CompletePast;
import dev.windrose.records.query.PastRecords;
import dev.windrose.records.store.RowMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works computed fields out of the records of then, by the definitions of today. */
@Component
class CompletePastRecords implements CompletePast {

    private final Definitions definitions;
    private final PastRecords past;
    private final LoadLinks loadLinks;
    private final CombineAmounts combine;
    private final Moments moments;

    CompletePastRecords(
            Definitions definitions, PastRecords past, LoadLinks loadLinks, CombineAmounts combine, Moments moments) {
        this.definitions = definitions;
        this.past = past;
        this.loadLinks = loadLinks;
        this.combine = combine;
        this.moments = moments;
    }

    @Override
    public List<RecordData> complete(Descriptor type, Set<String> fields, List<RecordData> records, Instant moment) {
        if (records.isEmpty()) {
            return records;
        }
        var untold = new TreeMap<String, String>();
        type.fields().values().stream()
                .filter(field -> wanted(field, fields) && atReadOnly(field))
                .forEach(field ->
                        untold.put(field.name(), "It is put together when it is read, from what there is today."));
        var graph = definitions.current();
        var known = new PastGraph(graph, past, loadLinks, combine, moments.at(moment));
        var ids = records.stream().map(RecordData::id).collect(Collectors.toSet());
        var wanted = graph.all().stream()
                .filter(definition -> definition.type().equals(type) && wanted(definition.field(), fields))
                .toList();
        for (var definition : wanted) {
            known.workOut(definition, ids)
                    .ifPresent(reason -> untold.put(definition.field().name(), reason));
        }
        return records.stream()
                .map(record ->
                        record.withValues(values(record, known.values(type, record.id()), wanted, Map.copyOf(untold))))
                .toList();
    }

    private static boolean wanted(FieldDescriptor field, Set<String> fields) {
        return fields.isEmpty() || fields.contains(field.name());
    }

    /** Computed by a statement of its own; what shows a field of a linked record has a past. */
    private static boolean atReadOnly(FieldDescriptor field) {
        return field.sql() != null && !field.sql().startsWith("(select r.");
    }

    private static Map<String, Object> values(
            RecordData record, Map<String, Object> known, List<Definition> wanted, Map<String, String> untold) {
        var values = new LinkedHashMap<>(record.values());
        for (var definition : wanted) {
            String name = definition.field().name();
            if (!untold.containsKey(name)) {
                copy(name, known, values);
                copy(RowMapping.reasonOf(name), known, values);
            }
        }
        if (!untold.isEmpty()) {
            values.put(NOT_AS_OF, untold);
        }
        return values;
    }

    private static void copy(String name, Map<String, Object> from, Map<String, Object> into) {
        if (from.containsKey(name)) {
            into.put(name, from.get(name));
        }
    }
}
