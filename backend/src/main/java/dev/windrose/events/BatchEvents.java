package dev.windrose.events;

import java.util.List;
import java.util.Set;

/**
 * Tells the single events that a batch event stands for. A change of many records writes one row into the log; subscriptions still get an
 * event a record.
 */
public interface BatchEvents {

    /** The name of the batch events. */
    String name();

    /** The names of the events that this one stands for. */
    Set<String> within(LoggedEvent batch);

    /**
     * Some of them, in their order. All have the position of the batch.
     *
     * @param from how many to leave out
     * @return fewer than asked for at the end only
     */
    List<LoggedEvent> page(LoggedEvent batch, int from, int most);
}
