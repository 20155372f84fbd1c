package dev.windrose.records.change;

import dev.windrose.events.Event;
import dev.windrose.events.EventType;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordRef;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.References;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A write about to happen, as a {@link RecordRule} sees it. */
public final class Write {

    private final PlannedOperation operation;
    private final Plan plan;

    Write(PlannedOperation operation, Plan plan) {
        this.operation = operation;
        this.plan = plan;
    }

    public Op op() {
        return operation.draft.op();
    }

    public Cause cause() {
        return plan.draft.cause();
    }

    public UUID recordId() {
        return operation.draft.recordId();
    }

    /** Values as they were, without the empty ones; nothing for a create. */
    public Map<String, Object> before() {
        return Collections.unmodifiableMap(operation.before);
    }

    public @Nullable Object value(String field) {
        return operation.after.get(field);
    }

    /** What a reference that this write sets points to, also to records of the same draft. */
    public List<RecordRef> refs(String field) {
        var descriptor = operation.type.fields().get(field);
        return References.ids(descriptor, operation.after.get(field)).stream()
                .flatMap(id -> plan.ref(String.valueOf(descriptor.ref()), id).stream())
                .toList();
    }

    public boolean changes(String field) {
        return !Json.same(operation.before.get(field), operation.after.get(field));
    }

    /** Derives a value, given in the Java type of the field's kind. */
    public void set(String field, @Nullable Object value) {
        if (value == null) {
            operation.after.remove(field);
        } else {
            operation.after.put(field, value);
        }
    }

    public void refuse(CommonError code, String field, String detail) {
        operation.problem(code, field, detail);
    }

    /** Other records of the type that the draft writes, by id, as its operations have left them so far; without the binned ones. */
    public Map<UUID, Map<String, Object>> others() {
        var others = new LinkedHashMap<UUID, Map<String, Object>>();
        plan.records.getOrDefault(operation.type, Map.of()).forEach((id, record) -> {
            if (!id.equals(recordId()) && !record.binned()) {
                others.put(id, Collections.unmodifiableMap(record.values));
            }
        });
        return others;
    }

    /** Whether the draft makes this record. */
    public boolean creates(String type, UUID id) {
        return plan.created().contains(id) && plan.ref(type, id).isPresent();
    }

    /** Whether the draft has put another record of the type into the bin so far. */
    public boolean binned(UUID other) {
        var record = plan.record(operation.type, other);
        return record != null && record.binned();
    }

    /** The whole write waits for a decision. Previews say so, too. */
    public void hold(String reason) {
        operation.held = reason;
    }

    /** Adds an event about this record, written with the change. */
    public void announce(EventType type, Map<String, ? extends @Nullable Object> payload) {
        operation.events.add(Event.about(operation.draft.type(), operation.draft.recordId(), type, payload));
    }
}
