package dev.windrose.journeys.engine.project;

import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.column.Dictionary;
import dev.windrose.journeys.engine.column.EventView;
import dev.windrose.journeys.engine.column.HeapColumns;
import dev.windrose.journeys.engine.column.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came since a segment was written, by entity. */
final class Touched {

    private static final Comparator<ProjectedEvent> ORDER =
            Comparator.comparingLong(ProjectedEvent::time).thenComparing(ProjectedEvent::id, Touched::compare);

    private final Segment base;
    private final List<Dictionary> dictionaries;
    private final Map<UUID, Entity> entities = new HashMap<>();
    private int events;

    Touched(Segment base, List<Dictionary> dictionaries) {
        this.base = base;
        this.dictionaries = dictionaries;
    }

    /** @param replaces whether these are all of its events, so that those of the segment no longer count */
    private record Entity(int number, boolean replaces, List<ProjectedEvent> events) {}

    /** @param keys the ids of entities that the segment does not know */
    record Since(EventView view, List<UUID> keys) {}

    /** As PostgreSQL orders them. */
    static int compare(UUID a, UUID b) {
        int order = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return order != 0 ? order : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    int events() {
        return events;
    }

    /**
     * Adds new events. Where one has the very time of an event in the segment, only the database knows which comes first.
     *
     * @return the entities whose events have to be read anew, and to which nothing was added
     */
    Set<UUID> add(Collection<ProjectedEvent> added) {
        var unclear = new HashSet<UUID>();
        for (var event : added) {
            var entity = entities.computeIfAbsent(
                    event.entity(), key -> new Entity(base.find(key), false, new ArrayList<>()));
            if (!entity.replaces() && entity.number() >= 0 && holds(entity.number(), event.time())) {
                unclear.add(event.entity());
            }
            entity.events().add(event);
            events++;
        }
        return unclear;
    }

    private boolean holds(int entity, long time) {
        long low = base.start(entity);
        long high = base.start(entity + 1) - 1;
        var one = new long[1];
        while (low <= high) {
            long middle = low + high >>> 1;
            base.times(middle, 1, one, 0);
            if (one[0] == time) {
                return true;
            }
            if (one[0] < time) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Takes these as all events of those entities. */
    void replace(Collection<UUID> keys, Collection<ProjectedEvent> all) {
        for (var key : keys) {
            var old = entities.put(key, new Entity(base.find(key), true, new ArrayList<>()));
            events -= old == null ? 0 : old.events().size();
        }
        for (var event : all) {
            entities.get(event.entity()).events().add(event);
            events++;
        }
    }

    Since since() {
        var known = entities.entrySet().stream()
                .filter(entry -> entry.getValue().number() >= 0)
                .sorted(Comparator.comparingInt(entry -> entry.getValue().number()))
                .map(Map.Entry::getValue)
                .toList();
        var fresh = entities.entrySet().stream()
                .filter(entry -> entry.getValue().number() < 0
                        && !entry.getValue().events().isEmpty())
                .sorted(Map.Entry.comparingByKey(Touched::compare))
                .toList();
        var all = new ArrayList<>(known);
        fresh.forEach(entry -> all.add(entry.getValue()));
        var changed = known.stream().mapToInt(Entity::number).toArray();
        var replaces = new boolean[known.size()];
        for (int i = 0; i < replaces.length; i++) {
            replaces[i] = known.get(i).replaces();
        }
        return new Since(
                new EventView(base, Dimension.values().length, columns(all), changed, replaces),
                fresh.stream().map(Map.Entry::getKey).toList());
    }

    private HeapColumns columns(List<Entity> all) {
        var builder = new HeapColumns.Builder(Dimension.values().length).entities(all.size());
        for (int i = 0; i < all.size(); i++) {
            all.get(i).events().sort(ORDER);
            for (var event : all.get(i).events()) {
                builder.add(i, event.time(), codes(dictionaries, event.values()), event.amount());
            }
        }
        return builder.build();
    }

    static int[] codes(List<Dictionary> dictionaries, @Nullable String[] values) {
        var codes = new int[values.length];
        for (int d = 0; d < codes.length; d++) {
            codes[d] = dictionaries.get(d).code(values[d]);
        }
        return codes;
    }
}
