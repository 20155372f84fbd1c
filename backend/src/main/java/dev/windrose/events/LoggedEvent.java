package dev.windrose.events;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as the log holds it. */
public record LoggedEvent(
        EventPosition position,
        TenantId tenant,
        String name,
        int version,
        @Nullable String recordType,
        @Nullable UUID recordId,
        Map<String, @Nullable Object> payload,
        ActorKind actorKind,
        String actorName,
        @Nullable PersonId person,
        Instant occurredAt) {}
