package dev.windrose.agents.run;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.JobThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Work on several things at once, a few at a time. All have ended when it returns; the first failure is thrown then. */
final class SideBySide {

    private SideBySide() {}

    static <T> void each(List<T> all, int atOnce, Actor actor, Consumer<T> work) {
        if (all.size() == 1) {
            work.accept(all.getFirst());
            return;
        }
        var places = new Semaphore(atOnce);
        var failure = new AtomicReference<@Nullable Throwable>();
        var threads = new ArrayList<Thread>();
        for (T one : all) {
            threads.add(Thread.ofVirtual()
                    .name("run-step")
                    .start(() -> ActorScope.run(actor, () -> {
                        places.acquireUninterruptibly();
                        try {
                            if (failure.get() == null) {
                                work.accept(one);
                            }
                        } catch (RuntimeException | Error e) {
                            failure.compareAndSet(null, e);
                        } finally {
                            places.release();
                        }
                    })));
        }
        JobThreads.await(threads);
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException known) {
            throw known;
        }
    }
}
