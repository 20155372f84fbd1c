package dev.windrose.context;

import dev.windrose.platform.id.ThreadId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation, about a record or about nothing in particular. */
public record ConversationThread(
        ThreadId id,
        @Nullable String title,
        @Nullable String recordType,
        @Nullable UUID recordId,
        Instant createdAt,
        Instant updatedAt) {}
