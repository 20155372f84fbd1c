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
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps one virtual thread per subscription busy while the application runs, and its leases alive. */
@Component
class RunSubscriptions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunSubscriptions.class);
    /** After a signal a slower transaction may still hide the new rows; later the slow poll finds what other processes wrote. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** Lets the answer to the writer go first, and takes events that come together as one batch. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final List<EventSubscription> subscriptions;
    private final SubscriptionStore store;
    private final EventLogStore log;
    private final DeliveryStore deliveries;
    private final TransactionTemplate transaction;
    private final NewEvents newEvents;
    private final Duration lease;
    private final UUID owner = Ids.next();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    RunSubscriptions(
            ObjectProvider<EventSubscription> subscriptions,
            SubscriptionStore store,
            EventLogStore log,
            DeliveryStore deliveries,
            TransactionTemplate transaction,
            NewEvents newEvents,
            EventSettings settings) {
        this.subscriptions = subscriptions.stream().toList();
        this.store = store;
        this.log = log;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.newEvents = newEvents;
        this.lease = settings.lease();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var subscription : subscriptions) {
            store.register(subscription.name(), subscription.fromTheStart());
            var deliver = new DeliverEvents(subscription, log, deliveries, transaction, owner);
            var dispatch = new DispatchEvents(subscription, store, deliver, owner, lease);
            threads.add(Thread.ofVirtual()
                    .name("events-" + subscription.name())
                    .start(() -> work(subscription.name(), dispatch)));
        }
        if (!subscriptions.isEmpty()) {
            threads.add(Thread.ofVirtual().name("events-leases").start(this::keepLeases));
        }
    }

    private void work(String name, DispatchEvents dispatch) {
        int idle = 0;
        while (running) {
            long seen = newEvents.count();
            try {
                if (dispatch.once()) {
                    idle = 0;
                    continue;
                }
            } catch (RuntimeException | Error e) {
                report(name, e);
                idle = PAUSES.size() - 1;
            }
            if (!pause(seen, PAUSES.get(idle))) {
                return;
            }
            idle = newEvents.count() == seen ? Math.min(idle + 1, PAUSES.size() - 1) : 0;
        }
    }

    private void report(String name, Throwable e) {
        if (running) {
            LOG.warn("Subscription {} stopped for a moment", name, e);
        }
    }

    private boolean pause(long seen, Duration longest) {
        try {
            newEvents.await(seen, longest);
            if (running && newEvents.count() != seen) {
                NewEvents.pause(GATHER);
            }
            return running;
        } catch (InterruptedException e) {
            return false;
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
        for (var thread : threads) {
            end(thread);
        }
        threads.clear();
        if (!subscriptions.isEmpty()) {
            store.release(owner);
        }
    }

    private static void end(Thread thread) {
        try {
            if (thread.getName().equals("events-leases") || !thread.join(Duration.ofSeconds(2))) {
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
