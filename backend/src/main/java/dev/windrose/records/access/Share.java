package dev.windrose.records.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record shown to a colleague or a team beyond what the rules allow.
 *
 * @param right what they may do with it
 */
public record Share(
        UUID id,
        String recordType,
        UUID recordId,
        @Nullable UUID person,
        @Nullable UUID team,
        AccessRight right,
        Instant createdAt,
        @Nullable UUID createdBy) {}
