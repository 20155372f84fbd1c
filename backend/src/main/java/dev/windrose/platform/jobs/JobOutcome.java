package dev.windrose.platform.jobs;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param next when to try again, for {@code WAITING} and {@code QUEUED}
 * @param goesOn asked in the transaction that ends the attempt: whether what the job waits for has come meanwhile
 */
record JobOutcome(
        JobStatus status,
        @Nullable String result,
        @Nullable String error,
        int failures,
        @Nullable Instant next,
        @Nullable BooleanSupplier goesOn) {

    JobOutcome(
            JobStatus status, @Nullable String result, @Nullable String error, int failures, @Nullable Instant next) {
        this(status, result, error, failures, next, null);
    }

    static JobOutcome parked(int failures, BooleanSupplier goesOn) {
        return new JobOutcome(JobStatus.WAITING, null, null, failures, null, goesOn);
    }
}
