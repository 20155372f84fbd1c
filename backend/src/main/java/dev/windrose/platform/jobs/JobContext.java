package dev.windrose.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a handler sees of its job. Used by one thread. */
public final class JobContext {

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(200);

    private final JobRun run;
    private final JobStore store;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separately;
    private final JsonMapper json;
    private final Clock clock;
    private Instant reported = Instant.MIN;

    JobContext(
            JobRun run,
            JobStore store,
            TransactionTemplate transaction,
            TransactionTemplate separately,
            JsonMapper json,
            Clock clock) {
        this.run = run;
        this.store = store;
        this.transaction = transaction;
        this.separately = separately;
        this.json = json;
        this.clock = clock;
    }

    public JobId id() {
        return run.job();
    }

    /** 1 on the first try. */
    public int attempt() {
        return run.failures() + 1;
    }

    public <T> T input(Class<T> type) {
        return json.readValue(run.input(), type);
    }

    /** Runs the work in a transaction together with the note of its result: it happens once, whatever dies. Keep it short. */
    public <T extends @Nullable Object> T step(String key, Class<T> type, Supplier<T> work) {
        var known = finished(key);
        if (known != null) {
            return read(known.result(), type);
        }
        return transaction.execute(status -> {
            T result = work.get();
            if (!store.finishStep(run, key, json.writeValueAsString(result), clock.instant())) {
                throw new JobLost();
            }
            return result;
        });
    }

    public void step(String key, Runnable work) {
        step(key, Boolean.class, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Runs work that reaches outside the database, such as a model call, in no transaction, and keeps its result. A crash between the two lets
     * it happen again.
     */
    public <T extends @Nullable Object> T outside(String key, Class<T> type, Supplier<T> work) {
        var known = finished(key);
        if (known != null) {
            return read(known.result(), type);
        }
        T result = work.get();
        boolean kept = Boolean.TRUE.equals(transaction.execute(
                status -> store.finishStep(run, key, json.writeValueAsString(result), clock.instant())));
        if (!kept) {
            throw new JobLost();
        }
        return result;
    }

    /** Readable by others at once, also from within a step. Written a few times a second at most. */
    public void progress(long done, @Nullable Long total, @Nullable String message) {
        var now = clock.instant();
        if (now.isBefore(reported.plus(BETWEEN_REPORTS)) && (total == null || done < total)) {
            return;
        }
        reported = now;
        separately.executeWithoutResult(status -> store.progress(run, new JobProgress(done, total, message)));
        stopIfCancelled();
    }

    /** For long work outside steps. */
    public void stopIfCancelled() {
        if (Boolean.TRUE.equals(separately.execute(status -> store.cancelRequested(run)))) {
            throw new JobCancelled();
        }
    }

    private JobStore.@Nullable StepResult finished(String key) {
        stopIfCancelled();
        return separately.execute(status -> store.step(run, key).orElse(null));
    }

    private <T extends @Nullable Object> T read(@Nullable String result, Class<T> type) {
        return json.readValue(result == null ? "null" : result, type);
    }
}
