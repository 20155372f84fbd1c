package dev.windrose.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription could not handle.
 *
 * @param dead whether the tries are used up; else it waits for the next one, or behind an earlier event of its record
 */
public record ParkedEvent(
        UUID id,
        String subscription,
        EventPosition position,
        String name,
        @Nullable UUID recordId,
        boolean dead,
        int attempts,
        Instant nextAt,
        @Nullable String error) {}
