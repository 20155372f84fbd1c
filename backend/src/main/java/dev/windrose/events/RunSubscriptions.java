package dev.windrose.events;

import dev.windrose.platform.id.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for all subscriptions together what there is to do, while the application runs, and keeps their leases alive. One question for all of
 * them costs a save less than one for each.
 */
@Component
class RunSubscriptions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunSubscriptions.class);
    /** After a signal a slower transaction may still hide the new rows; later the slow poll finds what other processes wrote. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** Lets the answer to the writer go first. */
    private static final Duration GATHER = Duration.ofMillis(20);
    /** While one write follows the other, their events are taken in batches. */
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final String LEASES = "events-leases";

    private final List<EventSubscription> subscriptions;
    private final SubscriptionStore store;
    private final DeliverTo deliverTo;
    private final NewEvents newEvents;
    private final Duration lease;
    private final UUID owner = Ids.next();
    private final List<WorkOnSubscription> work = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    RunSubscriptions(
            ObjectProvider<EventSubscription> subscriptions,
            SubscriptionStore store,
            DeliverTo deliverTo,
            NewEvents newEvents,
            EventSettings settings) {
        this.subscriptions = subscriptions.stream().toList();
        this.store = store;
        this.deliverTo = deliverTo;
        this.newEvents = newEvents;
        this.lease = settings.lease();
    }

    @Override
    public synchronized void start() {
        running = true;
        var turns = new Turns();
        for (var subscription : subscriptions) {
            store.register(subscription.name(), subscription.fromTheStart());
            var deliver = deliverTo.of(subscription, owner);
            var dispatch = new DispatchEvents(subscription, store, deliver, owner, lease);
            work.add(new WorkOnSubscription(subscription, dispatch, turns, () -> running));
        }
        if (!subscriptions.isEmpty()) {
            threads.add(Thread.ofVirtual().name("events").start(this::lookOn));
            threads.add(Thread.ofVirtual().name(LEASES).start(this::keepLeases));
        }
    }

    private void lookOn() {
        int idle = 0;
        try {
            while (running) {
                long seen = newEvents.count();
                long looked = System.nanoTime();
                look();
                newEvents.await(seen, PAUSES.get(idle));
                if (newEvents.count() == seen) {
                    idle = Math.min(idle + 1, PAUSES.size() - 1);
                } else {
                    idle = 0;
                    gather(looked);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No more events are looked for", e);
        }
    }

    private void look() {
        var free = work.stream().filter(WorkOnSubscription::free).toList();
        if (free.isEmpty()) {
            return;
        }
        try {
            var busy = store.busy(
                    owner, free.stream().map(WorkOnSubscription::subscription).toList(), deliverTo::names);
            free.stream()
                    .filter(each -> busy.contains(each.subscription().name()))
                    .forEach(WorkOnSubscription::start);
        } catch (RuntimeException | Error e) {
            report("events", e);
        }
    }

    private void gather(long looked) throws InterruptedException {
        long since = System.nanoTime() - looked;
        long left = Math.max(GATHER.toNanos(), BETWEEN.toNanos() - since);
        if (running) {
            NewEvents.pause(Duration.ofNanos(left));
        }
    }

    private void report(String name, Throwable e) {
        if (running) {
            LOG.warn("{} stopped for a moment", name, e);
        }
    }

    private void keepLeases() {
        while (running) {
            try {
                NewEvents.pause(lease.dividedBy(5));
                store.renew(owner, lease);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                report("leases", e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        newEvents.signal();
        threads.forEach(RunSubscriptions::end);
        threads.clear();
        work.forEach(WorkOnSubscription::end);
        work.clear();
        if (!subscriptions.isEmpty()) {
            store.release(owner);
        }
    }

    private static void end(Thread thread) {
        try {
            if (thread.getName().equals(LEASES) || !thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
