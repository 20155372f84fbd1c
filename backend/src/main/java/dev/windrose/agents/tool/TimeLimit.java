package dev.windrose.agents.tool;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that is given up after a while. It runs in a thread of its own under the same actor. What it writes is kept only if it passes its {@link Gate}
 * before that, so what was reported as given up has no effect later.
 */
public final class TimeLimit {

    private enum State {
        OPEN,
        KEPT,
        GIVEN_UP
    }

    /** Passed once, as the last thing within the transaction of the work. */
    public static final class Gate {

        private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
        private final String sentence;

        private Gate(String sentence) {
            this.sentence = sentence;
        }

        /** @throws AppException where the work has been given up */
        public void pass() {
            if (!state.compareAndSet(State.OPEN, State.KEPT) && state.get() == State.GIVEN_UP) {
                throw late();
            }
        }

        private boolean giveUp() {
            return state.compareAndSet(State.OPEN, State.GIVEN_UP);
        }

        private AppException late() {
            return new AppException(ToolError.TOOK_TOO_LONG, sentence);
        }
    }

    private TimeLimit() {}

    /** @throws AppException TOOK_TOO_LONG */
    public static <T extends @Nullable Object> T call(String what, Duration limit, Function<Gate, T> work) {
        var gate = new Gate("%s took longer than %s and was stopped.".formatted(what, told(limit)));
        var actor = ActorScope.current();
        var scope = CallScope.current();
        var task = new FutureTask<T>(() -> ActorScope.call(actor, () -> scope.call(() -> work.apply(gate))));
        var thread = Thread.ofVirtual().name("tool").start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            if (gate.giveUp()) {
                thread.interrupt();
                throw gate.late();
            }
            return ended(task, thread);
        } catch (ExecutionException failed) {
            throw thrown(failed);
        } catch (InterruptedException stopped) {
            // The process ends: the work must have ended before another process takes it over.
            thread.interrupt();
            join(thread);
            Thread.currentThread().interrupt();
            throw new AppException(CommonError.UNAVAILABLE, "The work was interrupted.");
        }
    }

    private static <T extends @Nullable Object> T ended(FutureTask<T> task, Thread thread) {
        join(thread);
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw thrown(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AppException(CommonError.UNAVAILABLE, "The work was interrupted.");
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException thrown(ExecutionException failed) {
        var cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(failed);
    }

    private static String told(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
