package dev.windrose.platform.jobs;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it stands.
 *
 * @param person who had it done, if a person
 * @param changeSet what it writes into, where it writes records
 * @param failures failed attempts since it was enqueued or replayed
 */
public record Job(
        JobId id,
        String type,
        String key,
        JobStatus status,
        int priority,
        @Nullable PersonId person,
        @Nullable UUID changeSet,
        JsonNode input,
        @Nullable JsonNode result,
        int failures,
        @Nullable String error,
        JobProgress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant nextAt) {}
