package dev.windrose.records.periods;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a field had a value.
 *
 * @param leftAt null while it has it
 * @param by who entered it
 * @param reason why, where somebody said it
 * @param source as of change sets: message, import, run, person, sync, undo; {@code loaded} for what was known from before
 */
public record Period(
        String value,
        Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable UUID personId,
        String by,
        @Nullable String reason,
        String source,
        @Nullable UUID changeSetId) {}
