package dev.windrose.crm.company;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step from one customer state to the next. */
public record StateChange(
        @Nullable CustomerState from,
        @Nullable CustomerState to,
        Instant at,
        String by,
        @Nullable String reason,
        UUID changeSetId) {}
