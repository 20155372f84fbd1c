package dev.windrose.events;

import dev.windrose.platform.id.TypedId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, about to be logged. Tenant and actor come from the actor scope.
 *
 * @param recordType the record the event is about, for example {@code company}; null for an event about no single record
 * @param payload plain JSON values under the field names of the type
 * @param occurredAt when it happened, if that is not now
 */
public record Event(
        EventType type,
        @Nullable String recordType,
        @Nullable UUID recordId,
        Map<String, @Nullable Object> payload,
        @Nullable Instant occurredAt) {

    public Event {
        if ((recordType == null) != (recordId == null)) {
            throw new IllegalArgumentException("A record is named by type and id: " + type.name());
        }
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        for (String field : payload.keySet()) {
            if (!type.payload().containsKey(field)) {
                throw new IllegalArgumentException("Event " + type.name() + " declares no payload field " + field);
            }
        }
    }

    public static Event about(
            String recordType, TypedId record, EventType type, Map<String, ? extends @Nullable Object> payload) {
        return about(recordType, record.value(), type, payload);
    }

    public static Event about(
            String recordType, UUID record, EventType type, Map<String, ? extends @Nullable Object> payload) {
        return new Event(type, recordType, record, new LinkedHashMap<>(payload), null);
    }

    /** An event about no single record, such as a finished import. */
    public static Event of(EventType type, Map<String, ? extends @Nullable Object> payload) {
        return new Event(type, null, null, new LinkedHashMap<>(payload), null);
    }

    public Event at(Instant instant) {
        return new Event(type, recordType, recordId, payload, instant);
    }
}
