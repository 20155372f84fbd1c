package dev.windrose.agents.advise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an advice.
 *
 * @param task that was made of it
 * @param causeGone when it was seen that nothing calls for it any more
 */
record Recommendation(
        UUID id,
        String rule,
        UUID company,
        String status,
        @Nullable LocalDate snoozedUntil,
        @Nullable UUID task,
        Instant firstOffered,
        @Nullable Instant decided,
        @Nullable Instant causeGone) {

    static final String OFFERED = "offered";
    static final String SNOOZED = "snoozed";
    static final String DISMISSED = "dismissed";
    static final String DONE = "done";
}
