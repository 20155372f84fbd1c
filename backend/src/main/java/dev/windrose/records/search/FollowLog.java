package dev.windrose.records.search;

import dev.windrose.events.EventPosition;
import dev.windrose.events.EventTail;
import dev.windrose.events.EventTail.Told;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Follows the event log from the place that the index names. What a running transaction still keeps unsettled is indexed at once too, and
 * read again from the last settled place after a crash.
 */
@Component
class FollowLog {

    private static final int PAGE = 2_000;
    private static final int COUNTED = 10_000;

    private final EventTail tail;
    private final ApplyEvents apply;
    private final SearchIndexes indexes;
    /** Done beyond the settled place. */
    private final Set<EventPosition> done = ConcurrentHashMap.newKeySet();

    private volatile EventPosition position = EventPosition.START;
    private final Object reached = new Object();
    /** When the last reading to the end began. */
    private long upTo = System.nanoTime();
    /** Somebody waits for what was just written. */
    private volatile boolean asked;
    /** Read in one go and not yet at the end. */
    private volatile int pending;

    FollowLog(EventTail tail, ApplyEvents apply, SearchIndexes indexes) {
        this.tail = tail;
        this.apply = apply;
        this.indexes = indexes;
    }

    void from(EventPosition start) {
        position = start;
        done.clear();
    }

    EventPosition position() {
        return position;
    }

    void catchUp() {
        asked = false;
        long begin = System.nanoTime();
        readOn();
        synchronized (reached) {
            upTo = begin;
            reached.notifyAll();
        }
    }

    /** Waits until all that was committed before the moment can be found, or for the time. */
    boolean reached(long nanos, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        wake();
        synchronized (reached) {
            try {
                while (upTo - nanos < 0) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    reached.wait(Math.max(1, left / 1_000_000));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            return true;
        }
    }

    private void readOn() {
        boolean anything = false;
        boolean settled = true;
        var from = position;
        List<Told> places;
        do {
            places = tail.after(from, PAGE);
            var fresh = places.stream()
                    .filter(place -> !done.contains(place.position()))
                    .toList();
            if (!fresh.isEmpty()) {
                pending += fresh.size();
                apply.apply(fresh);
                anything = true;
            }
            for (var place : places) {
                settled &= place.settled();
                if (settled) {
                    done.remove(place.position());
                    moved(place.position());
                } else {
                    done.add(place.position());
                }
                from = place.position();
            }
        } while (places.size() == PAGE);
        pending = 0;
        if (anything) {
            indexes.all().forEach(SearchIndex::refresh);
        }
    }

    private void moved(EventPosition to) {
        position = to;
        indexes.all().forEach(index -> index.moved(to));
    }

    /** Events that are not in the index yet, counted up to 10,000. */
    int behind() {
        return (int) tail.after(position, COUNTED).stream()
                .filter(place -> !done.contains(place.position()))
                .count();
    }

    /** Whether so many events wait that what was just written may not be found. */
    boolean lagging(int much) {
        return pending > much;
    }

    void await(long seen, Duration longest) throws InterruptedException {
        tail.await(seen, longest, () -> asked);
    }

    /** Ends waiting for new events. */
    void wake() {
        asked = true;
        tail.nudge();
    }

    /** Waits the time, unless somebody waits for what was written. */
    void gather(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !asked; left = end - System.nanoTime()) {
            tail.await(tail.signals(), Duration.ofNanos(left), () -> asked);
        }
    }

    long signals() {
        return tail.signals();
    }

    EventPosition end() {
        return tail.end();
    }
}
