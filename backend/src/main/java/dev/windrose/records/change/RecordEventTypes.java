package dev.windrose.records.change;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.Event;
import dev.windrose.events.EventType;
import dev.windrose.records.Descriptors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events every record type has: created, updated, binned, restored. */
@Component
class RecordEventTypes implements DeclaresEvents {

    private static final String CUSTOM = "custom_record";

    /** What one change set does to many records. */
    static final EventType CHANGED = EventType.of(
                    "records_changed",
                    1,
                    "Many records were changed at once. Stands for an event of each, which is left out of the log; the change set names them.")
            .with("change_set_id", "the change set")
            .with("first", "the place in it of the first operation")
            .with("operations", "among how many operations they are")
            .with("events", "how many of which event it stands for");

    private final Map<String, EventType> byName = new LinkedHashMap<>();

    RecordEventTypes(Descriptors descriptors) {
        byName.put(CHANGED.name(), CHANGED);
        descriptors.builtIn().all().forEach(type -> declare(type.name(), type.label()));
        declare(CUSTOM, "A record of a type that the workspace has added");
    }

    private void declare(String name, String label) {
        for (var op : Op.values()) {
            var type = EventType.of(name(name, op), 1, "%s was %s.".formatted(label, op.past()))
                    .with("version", "the version the record has now")
                    .with("title", "what people call it")
                    .with("change_set_id", "the change set it belongs to")
                    .with("fields", "names of the fields that changed");
            byName.put(type.name(), type);
        }
    }

    private static String name(String type, Op op) {
        return type + "_" + op.past();
    }

    @Override
    public List<EventType> events() {
        return List.copyOf(byName.values());
    }

    /**
     * An event of each operation and those its rules announced; of many operations one event, after those of the rules.
     *
     * @param first the place in the change set of the first that may be one of them
     * @param among how many these are
     */
    List<Event> of(Plan plan, int first, int among, List<PlannedOperation> applied) {
        if (applied.size() <= Changes.TOLD_SINGLY) {
            return applied.stream().flatMap(one -> of(plan, one).stream()).toList();
        }
        var counts = new TreeMap<String, Integer>();
        applied.forEach(one -> counts.merge(name(one), 1, Integer::sum));
        var events = new ArrayList<Event>();
        applied.forEach(one -> events.addAll(one.events));
        events.add(Event.of(
                CHANGED,
                Map.of("change_set_id", plan.id.toString(), "first", first, "operations", among, "events", counts)));
        return events;
    }

    private static String name(PlannedOperation operation) {
        return name(operation.type.entity() == null ? operation.type.name() : CUSTOM, operation.draft.op());
    }

    private List<Event> of(Plan plan, PlannedOperation operation) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("version", operation.version);
        payload.put("title", operation.title);
        payload.put("change_set_id", plan.id.toString());
        payload.put("fields", fields(operation));
        var events = new ArrayList<Event>();
        events.add(
                Event.about(operation.type.name(), operation.draft.recordId(), byName.get(name(operation)), payload));
        events.addAll(operation.events);
        return events;
    }

    /** Ids of other systems are no field, yet whoever follows fields wants to know of them. */
    private static List<String> fields(PlannedOperation operation) {
        var changed = operation.changes.stream().map(FieldChange::field);
        return operation.draft.externalIds().isEmpty()
                ? changed.toList()
                : Stream.concat(changed, Stream.of("external_ids")).toList();
    }
}
