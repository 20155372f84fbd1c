package dev.windrose.workspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should know.
 *
 * @param key the same news is told once to a person
 * @param at from when on it is shown
 */
public record Notification(
        UUID id,
        UUID person,
        NotificationKind kind,
        String key,
        String recordType,
        UUID recordId,
        @Nullable String text,
        @Nullable UUID byId,
        @Nullable String byName,
        Instant at,
        @Nullable Instant readAt) {}
