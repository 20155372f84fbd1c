package dev.windrose.records.periods;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the periods, with all its columns as JSON. */
record PastRow(
        UUID id, String value, Instant enteredAt, @Nullable Instant leftAt, Map<String, @Nullable Object> json) {

    static PastRow of(Map<String, @Nullable Object> json) {
        Object left = json.get("left_at");
        return new PastRow(
                UUID.fromString(String.valueOf(json.get("id"))),
                String.valueOf(json.get("value")),
                instant(json.get("entered_at")),
                left == null ? null : instant(left),
                json);
    }

    private static Instant instant(@Nullable Object text) {
        return OffsetDateTime.parse(String.valueOf(text)).toInstant();
    }

    /** Of a record that will have the value from a moment on. */
    static PastRow fresh(String value, Instant at) {
        return new PastRow(Ids.next(), value, at, null, Map.of());
    }

    static PastRow of(PastValues past, Period period) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        UUID id = Ids.next();
        json.put("tenant_id", ActorScope.current().tenant().toString());
        json.put("id", id.toString());
        json.put("record_type", past.type());
        json.put("record_id", past.record().toString());
        json.put("field", past.field());
        json.put("value", period.value());
        json.put("entered_at", period.enteredAt().toString());
        json.put("left_at", period.leftAt() == null ? null : period.leftAt().toString());
        json.put(
                "person_id",
                period.personId() == null ? null : period.personId().toString());
        json.put("person_name", period.by());
        json.put("reason", period.reason());
        json.put("source", period.source());
        return new PastRow(id, period.value(), period.enteredAt(), period.leftAt(), json);
    }

    PastRow until(Instant end) {
        var changed = new LinkedHashMap<>(json);
        changed.put("left_at", end.toString());
        return new PastRow(id, value, enteredAt, end, changed);
    }

    /** This one, begun as another says. */
    PastRow since(PastRow begun) {
        var changed = new LinkedHashMap<>(json);
        for (String column : new String[] {"entered_at", "person_id", "person_name", "reason"}) {
            changed.put(column, begun.json.get(column));
        }
        return new PastRow(id, value, begun.enteredAt, leftAt, changed);
    }
}
