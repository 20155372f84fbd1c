package dev.windrose.events;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator does about subscriptions: look, replay, skip. */
@Component
public class Subscriptions {

    private final SubscriptionStore subscriptions;
    private final DeliveryStore deliveries;
    private final NewEvents newEvents;

    Subscriptions(SubscriptionStore subscriptions, DeliveryStore deliveries, NewEvents newEvents) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.newEvents = newEvents;
    }

    public List<SubscriptionStatus> list() {
        return subscriptions.list();
    }

    /** Dead letters of the actor's workspace, and the events that wait for a retry or behind one. */
    @Transactional(readOnly = true)
    public List<ParkedEvent> parked() {
        return deliveries.list(ActorScope.current().tenant());
    }

    /** Tries a dead letter again, from its first attempt. */
    @Transactional
    public void replay(UUID parked) {
        require(deliveries.replay(ActorScope.current().tenant(), parked));
        newEvents.signal();
    }

    /** Gives an event up; later events of its record go on. */
    @Transactional
    public void skip(UUID parked) {
        require(deliveries.skip(ActorScope.current().tenant(), parked));
        newEvents.signal();
    }

    /** Delivers everything after a position again, for all workspaces. */
    @Transactional
    public void replayFrom(String subscription, EventPosition position) {
        require(subscriptions.rewind(subscription, position));
        newEvents.signal();
    }

    private static void require(boolean found) {
        if (!found) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such delivery.");
        }
    }
}
