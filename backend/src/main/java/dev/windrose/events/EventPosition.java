package dev.windrose.events;

/**
 * Where an event stands in the log: transaction first, then row. The order of row ids alone is not the order of commits.
 */
public record EventPosition(long transaction, long row) implements Comparable<EventPosition> {

    public static final EventPosition START = new EventPosition(0, 0);

    /** The same for every delivery of one event, and different for every other event. */
    public String key() {
        return transaction + "-" + row;
    }

    public static EventPosition parse(String key) {
        int dash = key.indexOf('-');
        return new EventPosition(Long.parseLong(key.substring(0, dash)), Long.parseLong(key.substring(dash + 1)));
    }

    @Override
    public int compareTo(EventPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(row, other.row);
    }
}
