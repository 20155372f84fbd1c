package dev.windrose.events;

import dev.windrose.platform.ActorScope;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one log of what happened. Rows are only ever added, in the transaction of the change they tell about. */
@Component
public class EventLog {

    private final EventLogStore store;
    private final EventCatalogue catalogue;
    private final NewEvents newEvents;
    private final Clock clock;

    EventLog(EventLogStore store, EventCatalogue catalogue, NewEvents newEvents, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.newEvents = newEvents;
        this.clock = clock;
    }

    /** Call it after the record's row is written, so that the order of events is the order of changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Event event) {
        append(List.of(event));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        events.forEach(event -> catalogue.requireDeclared(event.type()));
        store.insert(events, ActorScope.current(), clock.instant());
        signalAfterCommit();
    }

    /** How far the log of the workspace is visible now, for {@link #quietSince}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public EventMark mark() {
        return store.mark();
    }

    /** Whether nothing has come into the log of the workspace that was not visible at the mark. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean quietSince(EventMark mark) {
        return store.countSince(mark.last()) == mark.count();
    }

    private void signalAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                newEvents.signal();
            }
        });
    }
}
