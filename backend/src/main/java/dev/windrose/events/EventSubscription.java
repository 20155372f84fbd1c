package dev.windrose.events;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Reads the log from a stored cursor. Offer a bean; one process at a time works on it.
 *
 * <p>Delivery is at least once: after a crash a batch comes again, with the same positions. Nothing of a record overtakes an earlier event of
 * it. A batch that fails is tried event by event; an event that keeps failing becomes a dead letter and holds up only its own record.
 */
public interface EventSubscription {

    /** Names the stored cursor; never change it. */
    String name();

    /** The event names to deliver; an empty set means all. */
    Set<String> eventNames();

    /** Events of one tenant in the order of the log, run as that tenant's system actor, in no transaction. */
    void handle(List<LoggedEvent> events);

    /** Whether the first start reads the whole log, or only what comes after it. */
    default boolean fromTheStart() {
        return true;
    }

    /**
     * Whether a change of many records comes as the one event that the log has of it. Otherwise it comes as an event a record, some hundreds
     * at a time; such events may overtake a parked one of their record, so read the record as it is now.
     */
    default boolean takesBatches() {
        return false;
    }

    default int batchSize() {
        return 200;
    }

    /** How often a single event is tried before it becomes a dead letter. */
    default int attempts() {
        return 8;
    }

    /** The pause after the given failed attempt: from a second to about ten minutes. */
    default Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(Math.min(600, 1L << Math.min(attempt - 1, 10)));
    }
}
