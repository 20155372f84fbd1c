package dev.windrose.events;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The log for readers that keep their own place in it, such as an index on this machine: each process reads all of it, where a subscription is
 * worked on by one process for all.
 */
@Component
public class EventTail {

    private final EventTailStore store;
    private final EventLogStore log;
    private final NewEvents newEvents;

    EventTail(EventTailStore store, EventLogStore log, NewEvents newEvents) {
        this.store = store;
        this.log = log;
        this.newEvents = newEvents;
    }

    /**
     * Where an event stands.
     *
     * @param settled no running transaction can still write something that comes before it
     */
    public record Place(TenantId tenant, EventPosition position, boolean settled) {}

    /** What comes after a place, of all workspaces, in the order of the log; also what is not settled yet. */
    public List<Place> after(EventPosition from, int most) {
        return store.after(from, most);
    }

    /** Everything before it is settled: whoever reads records from now on sees what those events tell. */
    public EventPosition end() {
        return store.end();
    }

    /** Events of the workspace in scope. */
    @Transactional(readOnly = true)
    public List<LoggedEvent> read(List<Long> rows) {
        return log.read(ActorScope.current().tenant(), rows);
    }

    /** How often something was committed in this process. */
    public long signals() {
        return newEvents.count();
    }

    /** Returns when more than {@code seen} signals came, when it is enough, or after the time. */
    public void await(long seen, Duration longest, BooleanSupplier enough) throws InterruptedException {
        newEvents.await(seen, longest, enough);
    }

    /** Has those who wait ask again whether it is enough. */
    public void nudge() {
        newEvents.nudge();
    }
}
