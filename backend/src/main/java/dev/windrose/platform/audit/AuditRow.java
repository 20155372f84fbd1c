package dev.windrose.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the log.
 *
 * @param sealed part of the hash chain; about a second after it was written
 */
public record AuditRow(
        UUID id,
        Instant at,
        String action,
        String actorKind,
        String actorName,
        @Nullable UUID personId,
        @Nullable String recordType,
        @Nullable UUID recordId,
        String title,
        @Nullable UUID changeSetId,
        @Nullable Map<String, Object> evidence,
        @Nullable String requestId,
        @Nullable Map<String, Object> details,
        boolean sealed) {}
