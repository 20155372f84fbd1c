package dev.windrose.events;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription in this process: at most one thread works on it, until there is nothing left. */
final class WorkOnSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(WorkOnSubscription.class);
    private static final Duration TROUBLE = Duration.ofSeconds(2);

    private final EventSubscription subscription;
    private final DispatchEvents dispatch;
    private final Turns turns;
    private final BooleanSupplier running;
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private volatile long notBefore = System.nanoTime();

    WorkOnSubscription(EventSubscription subscription, DispatchEvents dispatch, Turns turns, BooleanSupplier running) {
        this.subscription = subscription;
        this.dispatch = dispatch;
        this.turns = turns;
        this.running = running;
    }

    EventSubscription subscription() {
        return subscription;
    }

    /** Neither at work nor resting after a failure. */
    boolean free() {
        return thread.get() == null && System.nanoTime() - notBefore >= 0;
    }

    void start() {
        var next = Thread.ofPlatform()
                .daemon()
                .name("events-" + subscription.name())
                .unstarted(this::work);
        if (thread.compareAndSet(null, next)) {
            next.start();
        }
    }

    private void work() {
        try {
            boolean more = true;
            while (more && running.getAsBoolean()) {
                more = turns.take(dispatch::once);
            }
        } catch (InterruptedException e) {
            LOG.debug("Subscription {} ends", subscription.name(), e);
        } catch (RuntimeException | Error e) {
            notBefore = System.nanoTime() + TROUBLE.toNanos();
            if (running.getAsBoolean()) {
                LOG.warn("Subscription {} stopped for a moment", subscription.name(), e);
            }
        } finally {
            thread.set(null);
        }
    }

    void end() {
        var last = thread.get();
        try {
            if (last != null && !last.join(Duration.ofSeconds(2))) {
                last.interrupt();
                last.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
