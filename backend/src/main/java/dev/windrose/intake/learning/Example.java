package dev.windrose.intake.learning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people taught.
 *
 * @param words of the message
 * @param key the words as they are compared
 * @param read what was read, as text
 * @param readAt when the message was read that was corrected
 * @param changeSet that corrected it
 */
public record Example(
        UUID id,
        Instant at,
        ExampleKind kind,
        @Nullable String op,
        String entity,
        @Nullable String field,
        String words,
        String key,
        @Nullable String read,
        @Nullable String right,
        @Nullable String recordType,
        @Nullable UUID record,
        @Nullable UUID person,
        String engine,
        @Nullable UUID promptLog,
        @Nullable Instant readAt,
        @Nullable UUID changeSet,
        long used,
        @Nullable Instant lastUsed,
        boolean active) {}
