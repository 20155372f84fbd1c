package dev.windrose.context.entry;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each change of an entry is an event of its own, so that whoever uses entries learns of it. */
@Component
class TellRepository implements FollowChange {

    private final EntryStore store;
    private final EventLog events;

    TellRepository(EntryStore store, EventLog events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public void follow(AppliedChange change) {
        var operations = change.operations().stream()
                .filter(operation -> operation.recordType().equals(ContextEntry.TYPE))
                .toList();
        if (operations.isEmpty()) {
            return;
        }
        var heads =
                store.heads(operations.stream().map(ChangeOperation::recordId).collect(Collectors.toSet()));
        List<Event> told = operations.stream()
                .filter(operation -> heads.containsKey(operation.recordId()))
                .map(operation -> event(change, operation, heads.get(operation.recordId())))
                .toList();
        events.append(told);
    }

    private static Event event(AppliedChange change, ChangeOperation operation, EntryStore.Head entry) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("entry_id", entry.id().toString());
        payload.put("category", entry.category());
        payload.put("kind", entry.kind());
        payload.put("version", operation.version());
        payload.put("status", operation.op() == Op.DELETE ? null : entry.status());
        payload.put("change", operation.op().past());
        payload.put(
                "fields", operation.fields().stream().map(FieldChange::field).toList());
        payload.put("change_set_id", change.id().toString());
        return Event.about(ContextEntry.TYPE, entry.id(), EntryEvents.UPDATED, payload);
    }
}
