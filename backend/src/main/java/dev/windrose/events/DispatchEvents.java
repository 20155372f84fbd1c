package dev.windrose.events;

import dev.windrose.events.SubscriptionStore.Scanned;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription in one process: takes the lease, retries what is due, delivers the next batch, acknowledges it. */
final class DispatchEvents {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchEvents.class);
    private static final int RETRIES_A_ROUND = 50;

    private final EventSubscription subscription;
    private final SubscriptionStore store;
    private final DeliverEvents deliver;
    private final UUID owner;
    private final Duration lease;

    DispatchEvents(
            EventSubscription subscription,
            SubscriptionStore store,
            DeliverEvents deliver,
            UUID owner,
            Duration lease) {
        this.subscription = subscription;
        this.store = store;
        this.deliver = deliver;
        this.owner = owner;
        this.lease = lease;
    }

    /** @return whether there was something to do, so that it is worth asking again at once */
    boolean once() {
        int most = subscription.batchSize();
        var round = store.next(subscription.name(), owner, deliver.names(), most);
        if (round.isEmpty()) {
            return store.lease(subscription.name(), owner, lease).isPresent() && once();
        }
        boolean retried = round.get().due() && deliver.retryDue(RETRIES_A_ROUND);
        if (!round.get().worthWriting(most)) {
            return retried;
        }
        var scanned = round.get().rows();
        byTenant(scanned).forEach(deliver::deliver);
        if (!store.moveCursor(subscription.name(), owner, scanned.getLast().position())) {
            LOG.warn(
                    "Subscription {} lost its lease in the middle of a batch; the next holder delivers it again",
                    subscription.name());
            return false;
        }
        // What is written from now on wakes this again.
        return retried || scanned.size() >= most;
    }

    private static Map<TenantId, List<Long>> byTenant(List<Scanned> scanned) {
        return scanned.stream()
                .filter(Scanned::wanted)
                .collect(Collectors.groupingBy(
                        Scanned::tenant,
                        LinkedHashMap::new,
                        Collectors.mapping(row -> row.position().row(), Collectors.toList())));
    }
}
