package dev.windrose.records.periods;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A period that somebody knows from before, to be loaded with its own time.
 *
 * @param leftAt when the next began, unless given
 * @param personId who entered it; whoever loads it unless given
 */
public record PastPeriod(
        @Nullable String value,
        @Nullable Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable UUID personId,
        @Nullable String reason) {}
