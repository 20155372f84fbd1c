package dev.windrose.context.retrieval;

import dev.windrose.events.EventPosition;
import dev.windrose.events.EventTail;
import dev.windrose.events.EventTail.Told;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Follows the event log from the place that the index names. What a running transaction still keeps unsettled is read at once too, and again from
 * the last settled place after a crash.
 */
@Component
class FollowSources {

    private static final Logger LOG = LoggerFactory.getLogger(FollowSources.class);
    private static final int PAGE = 1_000;
    private static final int READ = 2_000;
    private static final String UPDATED = "_updated";

    private final EventTail tail;
    private final SourceStore store;
    private final Sources sources;
    private final PutSources put;
    private final ChunkIndexes indexes;
    private final NewlySeen newly;
    private final int records;
    /** Done beyond the settled place. */
    private final Set<EventPosition> done = ConcurrentHashMap.newKeySet();

    private volatile EventPosition position = EventPosition.START;
    private final Object reached = new Object();
    private long upTo = System.nanoTime();
    private volatile boolean asked;

    FollowSources(
            EventTail tail,
            SourceStore store,
            Sources sources,
            PutSources put,
            ChunkIndexes indexes,
            NewlySeen newly,
            RetrievalSettings settings) {
        this.tail = tail;
        this.store = store;
        this.sources = sources;
        this.put = put;
        this.indexes = indexes;
        this.newly = newly;
        this.records = settings.records();
    }

    void from(EventPosition start) {
        position = start;
        done.clear();
    }

    EventPosition end() {
        return tail.end();
    }

    long signals() {
        return tail.signals();
    }

    void await(long seen, Duration longest) throws InterruptedException {
        tail.await(seen, longest, () -> asked);
    }

    void wake() {
        asked = true;
        tail.nudge();
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

    /** Waits until all that was committed before the moment can be found by its words, or for the time. */
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
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
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
                apply(fresh);
                anything = true;
            }
            for (var place : places) {
                settled &= place.settled();
                if (settled) {
                    done.remove(place.position());
                    position = place.position();
                } else {
                    done.add(place.position());
                }
                from = place.position();
            }
        } while (places.size() == PAGE);
        var reachedPlace = position;
        indexes.answering().ifPresent(index -> index.moved(reachedPlace));
        if (anything) {
            indexes.answering().ifPresent(ChunkIndex::refresh);
        }
    }

    private void apply(List<Told> told) {
        told.stream()
                .collect(Collectors.groupingBy(Told::tenant, LinkedHashMap::new, Collectors.toList()))
                .forEach((tenant, events) -> ActorScope.run(Actor.system(tenant), () -> of(tenant, events)));
    }

    private void of(TenantId tenant, List<Told> events) {
        var changed = new LinkedHashMap<Descriptor, Set<UUID>>();
        for (var event : events) {
            var batch = event.batch();
            if (batch != null) {
                int end = batch.first() + batch.operations();
                for (int from = batch.first(); from < end; from += READ) {
                    store.ofChangeSet(batch.changeSet(), from, Math.min(end, from + READ))
                            .forEach(one -> add(one.type(), one.id(), changed));
                }
            } else if (event.recordType() != null && event.recordId() != null && !silent(event)) {
                add(event.recordType(), event.recordId(), changed);
            }
        }
        changed.forEach((type, ids) -> put(tenant, type, ids));
    }

    private void add(String type, UUID id, Map<Descriptor, Set<UUID>> to) {
        sources.find(type).ifPresent(found -> to.computeIfAbsent(found, _ -> new LinkedHashSet<>())
                .add(id));
    }

    /** An update that leaves all texts as they are. */
    private boolean silent(Told event) {
        var fields = event.fields();
        return fields != null
                && !fields.isEmpty()
                && event.name().endsWith(UPDATED)
                && sources.find(String.valueOf(event.recordType()))
                        .filter(type -> !sources.concerns(type, fields))
                        .isPresent();
    }

    /** One record that cannot be read keeps nobody else's from being found. */
    private void put(TenantId tenant, Descriptor type, Set<UUID> ids) {
        try {
            put.changed(tenant, type, bounded(type, ids));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException together) {
            if (indexes.answering().filter(ChunkIndex::open).isEmpty()) {
                throw together;
            }
            ids.forEach(id -> alone(tenant, type, id));
        }
        newly.changed(tenant, type.name(), ids);
    }

    private void alone(TenantId tenant, Descriptor type, UUID id) {
        try {
            put.changed(tenant, type, Set.of(id));
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("No passages are kept of {} {}", type.name(), id, e);
        }
    }

    /** Of a type with many records the newest, whose ids are the highest. */
    private Set<UUID> bounded(Descriptor type, Set<UUID> ids) {
        if (sources.whole(type) || ids.size() <= records) {
            return records == 0 && !sources.whole(type) ? Set.of() : ids;
        }
        return ids.stream()
                .sorted(NewestFirst.BY_ID)
                .limit(records)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
