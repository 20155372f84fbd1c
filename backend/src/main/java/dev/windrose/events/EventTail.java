package dev.windrose.events;

import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The log for readers that keep their own place in it, such as an index on this machine: each process reads all of it, where a subscription is
 * worked on by one process for all.
 */
@Component
public class EventTail {

    private final EventTailStore store;
    private final NewEvents newEvents;

    EventTail(EventTailStore store, NewEvents newEvents) {
        this.store = store;
        this.newEvents = newEvents;
    }

    /** The operations of a change set of which one event tells, and the place of the first. */
    public record Batch(UUID changeSet, int first, int operations) {}

    /**
     * Where an event stands and what it is about.
     *
     * @param settled no running transaction can still write something that comes before it
     * @param batch of events that are about many records
     * @param fields names of the fields that changed; null where the event does not tell
     */
    public record Told(
            TenantId tenant,
            EventPosition position,
            boolean settled,
            String name,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable Batch batch,
            @Nullable List<String> fields) {

        /** What the event of one of the many records would be. */
        public Told about(String event, String type, UUID record, List<String> changed) {
            return new Told(tenant, position, settled, event, type, record, null, changed);
        }
    }

    /** What comes after a place, of all workspaces, in the order of the log; also what is not settled yet. */
    public List<Told> after(EventPosition from, int most) {
        return store.after(from, most);
    }

    /** Everything before it is settled: whoever reads records from now on sees what those events tell. */
    public EventPosition end() {
        return store.end();
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
