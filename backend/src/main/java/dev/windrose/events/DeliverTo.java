package dev.windrose.events;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the delivery to each subscription. */
@Component
class DeliverTo {

    private final EventLogStore log;
    private final DeliveryStore deliveries;
    private final ExpandBatches batches;
    private final TransactionTemplate transaction;

    DeliverTo(EventLogStore log, DeliveryStore deliveries, ExpandBatches batches, TransactionTemplate transaction) {
        this.log = log;
        this.deliveries = deliveries;
        this.batches = batches;
        this.transaction = transaction;
    }

    /** What the log is asked for. */
    Set<String> names(EventSubscription subscription) {
        return batches.names(subscription);
    }

    DeliverEvents of(EventSubscription subscription, UUID owner) {
        return new DeliverEvents(subscription, log, deliveries, transaction, batches, owner);
    }
}
