package dev.windrose.events;

import dev.windrose.platform.jobs.RunningJobs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hands a batch event to a subscription as the events that it stands for, some at a time. */
@Component
class ExpandBatches {

    private static final int PAGE = 500;

    /** Beside a job, which most likely writes what is read here, all subscriptions together take a tenth of the time. */
    private static final int REST = 9;

    private static final long STEP = 10_000_000;

    private final SingletonSupplier<Map<String, BatchEvents>> byName;
    private final ObjectProvider<RunningJobs> jobs;
    private final ReentrantLock turn = new ReentrantLock(true);

    ExpandBatches(ObjectProvider<BatchEvents> batches, ObjectProvider<RunningJobs> jobs) {
        this.jobs = jobs;
        this.byName = SingletonSupplier.of(() -> {
            var all = new HashMap<String, BatchEvents>();
            batches.forEach(batch -> all.put(batch.name(), batch));
            return all;
        });
    }

    /** What the log is asked for. */
    Set<String> names(EventSubscription subscription) {
        if (subscription.eventNames().isEmpty()) {
            return Set.of();
        }
        var names = new HashSet<>(subscription.eventNames());
        names.addAll(byName.obtain().keySet());
        return names;
    }

    boolean expands(EventSubscription subscription, LoggedEvent event) {
        return !subscription.takesBatches() && byName.obtain().containsKey(event.name());
    }

    /** One that fails holds up none of the others; the batch is tried again, or becomes a dead letter, because of it. */
    void handle(EventSubscription subscription, LoggedEvent batch) {
        var expand = byName.obtain().get(batch.name());
        var wanted = subscription.eventNames();
        if (!wanted.isEmpty() && Collections.disjoint(wanted, expand.within(batch))) {
            return;
        }
        var failures = new ArrayList<RuntimeException>();
        for (int from = 0; inTurn(subscription, expand, batch, from, failures) == PAGE; from += PAGE) {
            continue;
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** One page of one subscription at a time. */
    private int inTurn(
            EventSubscription subscription,
            BatchEvents expand,
            LoggedEvent batch,
            int from,
            List<RuntimeException> failures) {
        turn.lock();
        try {
            long begin = System.nanoTime();
            var wanted = subscription.eventNames();
            var page = expand.page(batch, from, PAGE);
            var some = page.stream()
                    .filter(event -> wanted.isEmpty() || wanted.contains(event.name()))
                    .toList();
            if (!some.isEmpty()) {
                handle(subscription, some, failures);
            }
            rest(REST * (System.nanoTime() - begin));
            return page.size();
        } finally {
            turn.unlock();
        }
    }

    private static void handle(
            EventSubscription subscription, List<LoggedEvent> events, List<RuntimeException> failures) {
        try {
            subscription.handle(events);
        } catch (RuntimeException together) {
            int before = failures.size();
            for (var event : events) {
                try {
                    subscription.handle(List.of(event));
                } catch (RuntimeException alone) {
                    failures.add(alone);
                }
            }
            if (failures.size() - before == events.size()) {
                // Not the events are the cause then, and those of the next pages would fail as well.
                throw together;
            }
        }
    }

    private void rest(long nanos) {
        var running = jobs.getIfAvailable();
        long end = System.nanoTime() + nanos;
        while (running != null && running.any() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
