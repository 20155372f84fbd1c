package dev.windrose.records.change;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.Event;
import dev.windrose.events.EventType;
import dev.windrose.records.Descriptors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The events every record type has: created, updated, binned, restored. */
@Component
class RecordEventTypes implements DeclaresEvents {

    private static final String CUSTOM = "custom_record";

    private final Map<String, EventType> byName = new LinkedHashMap<>();

    RecordEventTypes(Descriptors descriptors) {
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

    /** The event of an operation, then those its rules announced. */
    List<Event> of(Plan plan, PlannedOperation operation) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("version", operation.version);
        payload.put("title", operation.title);
        payload.put("change_set_id", plan.id.toString());
        payload.put("fields", operation.changes.stream().map(FieldChange::field).toList());
        var events = new ArrayList<Event>();
        events.add(Event.about(
                operation.type.name(),
                operation.draft.recordId(),
                byName.get(
                        name(operation.type.entity() == null ? operation.type.name() : CUSTOM, operation.draft.op())),
                payload));
        events.addAll(operation.events);
        return events;
    }
}
