package dev.windrose.integrations;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.ActorKind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hands events of a workspace to those of its connections that follow them. What comes again after a crash is known by its place in the log. */
@Component
class FollowEvents implements EventSubscription {

    private final ConnectionStore store;
    private final Connectors connectors;
    private final ReceiveMessages door;
    private final MessageLedger ledger;

    FollowEvents(ConnectionStore store, Connectors connectors, ReceiveMessages door, MessageLedger ledger) {
        this.store = store;
        this.connectors = connectors;
        this.door = door;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "event_alerts";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of();
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public boolean takesBatches() {
        return true;
    }

    @Override
    public void handle(List<LoggedEvent> all) {
        // The task that an alert becomes is an event too.
        var events = all.stream()
                .filter(event -> event.actorKind() != ActorKind.AGENT
                        || !event.actorName().equals(KeepAlert.NAME))
                .toList();
        if (events.isEmpty()) {
            return;
        }
        for (var connection : ledger.within(store::all)) {
            if (connection.status() == Connection.Status.ACTIVE
                    && connectors.get(connection.kind()) instanceof Connector.Following source) {
                var messages = source.of(connection, events);
                if (!messages.isEmpty()) {
                    door.take(connection, messages, null);
                }
            }
        }
    }
}
