package dev.windrose.intake.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which messages are wanted; null for whatever is not asked for. */
public record InboxFilter(
        @Nullable String source,
        @Nullable InboxState state,
        @Nullable UUID person,
        @Nullable String text) {}
