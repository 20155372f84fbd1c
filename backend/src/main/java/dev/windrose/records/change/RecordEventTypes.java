package dev.windrose.records.change;

import dev.windrose.events.DeclaresEvents;
import dev.windrose.events.Event;
import dev.windrose.events.EventType;
import dev.windrose.records.Descriptor;
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

    private final Map<String, EventType> byName = new LinkedHashMap<>();

    RecordEventTypes(Descriptors descriptors) {
        for (var descriptor : descriptors.all()) {
            for (var op : Op.values()) {
                var type = EventType.of(name(descriptor, op), 1, "%s was %s.".formatted(descriptor.label(), op.past()))
                        .with("version", "the version the record has now")
                        .with("title", "what people call it")
                        .with("change_set_id", "the change set it belongs to")
                        .with("fields", "names of the fields that changed");
                byName.put(type.name(), type);
            }
        }
    }

    private static String name(Descriptor type, Op op) {
        return type.name() + "_" + op.past();
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
                byName.get(name(operation.type, operation.draft.op())),
                payload));
        events.addAll(operation.events);
        return events;
    }
}
