package dev.windrose.context;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on runs, each in a thread of its own, and lets readers wait for their next event. */
@Component
public class FollowRuns {

    private static final Logger LOG = LoggerFactory.getLogger(FollowRuns.class);
    private static final Set<String> PARTS = Set.of("understood", "written", "waiting", "question", "answer", "note");

    private final Threads threads;
    private final AnswerMessage answer;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();

    FollowRuns(Threads threads, AnswerMessage answer) {
        this.threads = threads;
        this.answer = answer;
    }

    /** Starts the work unless it is going on or has ended. A run that a crash broke off starts again here. */
    public void start(StartedRun run) {
        boolean ended = threads.events(run.id(), 0).stream().anyMatch(RunEvent::last);
        if (ended || !working.add(run.id())) {
            return;
        }
        Actor actor = ActorScope.current();
        Thread.ofVirtual().name("run-" + run.id()).start(() -> {
            try {
                ActorScope.run(actor, () -> work(run));
            } finally {
                working.remove(run.id());
                signal();
            }
        });
    }

    private void work(StartedRun run) {
        var parts = new ArrayList<Map<String, Object>>();
        try {
            answer.answer(run.message(), (name, data) -> {
                threads.tell(run, name, data);
                if (PARTS.contains(name)) {
                    parts.add(Map.of("type", name, "data", data));
                }
                signal();
            });
            threads.finish(
                    run, "done", text(parts), parts, Map.of("run_id", run.id().toString()));
        } catch (RuntimeException cause) {
            LOG.warn(
                    "Run {} failed: {}",
                    run.id(),
                    cause.getClass().getSimpleName(),
                    cause instanceof AppException ? null : cause);
            var why = cause instanceof AppException
                    ? String.valueOf(cause.getMessage())
                    : "This message could not be read. It is kept; try again.";
            threads.finish(run, "failed", "", parts, Map.of("run_id", run.id().toString(), "detail", why));
        }
    }

    private static String text(List<Map<String, Object>> parts) {
        return parts.stream()
                .map(part -> (Map<?, ?>) part.get("data"))
                .map(data -> data.get("text"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    /** Events after the given number; waits for the next one where there is none yet. */
    public List<RunEvent> next(UUID run, int after) throws InterruptedException {
        var found = threads.events(run, after);
        if (!found.isEmpty()) {
            return found;
        }
        lock.lock();
        try {
            // Another process may work on the run and signals nobody here, so the wait is short.
            told.await(working.contains(run) ? 500 : 250, TimeUnit.MILLISECONDS);
            return threads.events(run, after);
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
