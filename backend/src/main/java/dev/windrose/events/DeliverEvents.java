package dev.windrose.events;

import dev.windrose.events.DeliveryStore.Due;
import dev.windrose.events.DeliveryStore.Parking;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands events of one tenant to one subscription. A batch that fails is handed over event by event; the ones that fail alone are parked, and
 * with them every later event of the same record.
 */
final class DeliverEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int LONGEST_ERROR = 2000;

    private final EventSubscription subscription;
    private final EventLogStore log;
    private final DeliveryStore deliveries;
    private final TransactionTemplate transaction;
    private final ExpandBatches batches;
    private final Parking parking;

    DeliverEvents(
            EventSubscription subscription,
            EventLogStore log,
            DeliveryStore deliveries,
            TransactionTemplate transaction,
            ExpandBatches batches,
            UUID owner) {
        this.batches = batches;
        this.subscription = subscription;
        this.log = log;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.parking = new Parking(subscription.name(), owner, subscription.attempts());
    }

    /** What the log is asked for. */
    Set<String> names() {
        return batches.names(subscription);
    }

    void deliver(TenantId tenant, List<Long> rows) {
        ActorScope.run(Actor.system(tenant), () -> {
            var together = new ArrayList<LoggedEvent>();
            for (var event : open(tenant, rows)) {
                if (batches.expands(subscription, event)) {
                    deliver(together);
                    together.clear();
                    deliverOneByOne(List.of(event));
                } else {
                    together.add(event);
                }
            }
            deliver(together);
        });
    }

    private void deliver(List<LoggedEvent> events) {
        if (events.size() == 1) {
            deliverOneByOne(events);
        } else if (!events.isEmpty()) {
            try {
                subscription.handle(events);
            } catch (RuntimeException | Error e) {
                deliverOneByOne(events);
            }
        }
    }

    private void handle(LoggedEvent event) {
        if (batches.expands(subscription, event)) {
            batches.handle(subscription, event);
        } else {
            subscription.handle(List.of(event));
        }
    }

    /** The events that may be handled now; the ones behind an open event of their record are parked. */
    private List<LoggedEvent> open(TenantId tenant, List<Long> rows) {
        return transaction.execute(status -> {
            var held = deliveries.heldRecords(tenant, subscription.name());
            var open = new ArrayList<LoggedEvent>();
            for (var event : log.read(tenant, rows)) {
                if (isHeld(event, held)) {
                    deliveries.park(parking, event, 0, Duration.ZERO, null);
                } else {
                    open.add(event);
                }
            }
            return open;
        });
    }

    private void deliverOneByOne(List<LoggedEvent> events) {
        Set<UUID> held = new HashSet<>();
        for (var event : events) {
            if (isHeld(event, held)) {
                transaction.executeWithoutResult(status -> deliveries.park(parking, event, 0, Duration.ZERO, null));
                continue;
            }
            try {
                handle(event);
            } catch (RuntimeException | Error e) {
                report(event, 1, e);
                transaction.executeWithoutResult(
                        status -> deliveries.park(parking, event, 1, subscription.pauseAfter(1), describe(e)));
                if (event.recordId() != null) {
                    held.add(event.recordId());
                }
            }
        }
    }

    private static boolean isHeld(LoggedEvent event, Set<UUID> held) {
        return event.recordId() != null && held.contains(event.recordId());
    }

    /** @return whether anything was due */
    boolean retryDue(int most) {
        var due = deliveries.due(subscription.name(), most);
        for (var one : due) {
            ActorScope.run(Actor.system(one.tenant()), () -> retry(one));
        }
        return !due.isEmpty();
    }

    private void retry(Due due) {
        var waiting = transaction.execute(status -> deliveries.waiting(due.tenant(), due.id()));
        for (var one : waiting) {
            var events = transaction.execute(status -> log.read(due.tenant(), List.of(one.event())));
            try {
                events.forEach(this::handle);
                transaction.executeWithoutResult(status -> deliveries.delivered(due.tenant(), due.id()));
            } catch (RuntimeException | Error e) {
                int attempt = one.attempts() + 1;
                report(events.getFirst(), attempt, e);
                transaction.executeWithoutResult(status -> deliveries.failed(
                        due.tenant(), due.id(), parking, attempt, subscription.pauseAfter(attempt), describe(e)));
            }
        }
    }

    private void report(LoggedEvent event, int attempt, Throwable e) {
        LOG.warn(
                "Subscription {} failed on event {} {} (attempt {}{})",
                subscription.name(),
                event.name(),
                event.position().key(),
                attempt,
                parking.dead(attempt) ? ", now a dead letter" : "",
                e);
    }

    private static String describe(Throwable e) {
        String text = e.toString();
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }
}
