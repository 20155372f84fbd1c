package dev.windrose.platform.jobs;

import dev.windrose.platform.ActorScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a handler sees of its job. Used by one thread, but for work that is done {@link #sideBySide}. */
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

    /** What a finished step gave. */
    public <T> Optional<T> known(String key, Class<T> type) {
        return Optional.ofNullable(finished(key)).map(step -> read(step.result(), type));
    }

    /** What the finished steps gave whose keys begin so, in the order in which they ended. */
    public <T> List<T> finishedWith(String prefix, Class<T> type) {
        return separately.execute(status -> store.steps(run, prefix)).stream()
                .map(result -> read(result, type))
                .toList();
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

    /**
     * Repeats the work until it answers that nothing is left, on several threads at once. After the first failure none begins anew; that failure
     * is thrown when all have ended.
     */
    public void sideBySide(int threads, BooleanSupplier work) {
        var failure = new AtomicReference<@Nullable Throwable>();
        Runnable repeat = () -> {
            try {
                while (failure.get() == null && work.getAsBoolean()) {}
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        var others = new ArrayList<Thread>();
        for (int other = 1; other < threads; other++) {
            others.add(Thread.ofVirtual().name("job-beside").start(() -> ActorScope.run(run.actor(), repeat)));
        }
        repeat.run();
        JobThreads.await(others);
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Readable by others at once, also from within a step. Written a few times a second at most. */
    public synchronized void progress(long done, @Nullable Long total, @Nullable String message) {
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
