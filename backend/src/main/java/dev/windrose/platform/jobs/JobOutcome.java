package dev.windrose.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param next when to try again, for {@code WAITING} and {@code QUEUED}
 */
record JobOutcome(
        JobStatus status,
        @Nullable String result,
        @Nullable String error,
        int failures,
        @Nullable Instant next) {}
