package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Events, entities and amounts per period and group. Condition 0 says which events count. */
public final class SeriesFold implements Consumer<Chunk> {

    private final Buckets buckets;
    private final RowMasks masks;
    private final Groups groups;
    private final LongIndex index = new LongIndex();
    private final List<Points> points = new ArrayList<>();
    private int entity;

    /** By period. */
    public record Points(long[] events, long[] entities, long[] amounts, int[] seen) {

        static Points of(int buckets) {
            return new Points(new long[buckets], new long[buckets], new long[buckets], new int[buckets]);
        }
    }

    public SeriesFold(Buckets buckets, RowMasks masks, Groups groups) {
        this.buckets = buckets;
        this.masks = masks;
        this.groups = groups;
        if (groups.none()) {
            group(0);
        }
    }

    @Override
    public void accept(Chunk chunk) {
        long[] rows = masks.of(chunk);
        boolean one = groups.none();
        for (int i = 0; i < chunk.entities; i++) {
            entity++;
            for (int row = chunk.starts[i]; row < chunk.starts[i + 1]; row++) {
                if ((rows[row] & 1) != 0) {
                    count(
                            one ? points.getFirst() : group(groups.key(chunk, row)),
                            buckets.of(chunk.times[row]),
                            chunk.amounts[row]);
                }
            }
        }
    }

    private void count(Points into, int bucket, long amount) {
        into.events[bucket]++;
        into.amounts[bucket] += amount;
        if (into.seen[bucket] != entity) {
            into.seen[bucket] = entity;
            into.entities[bucket]++;
        }
    }

    private Points group(long key) {
        int number = index.of(key);
        if (number == points.size()) {
            points.add(Points.of(buckets.count()));
        }
        return points.get(number);
    }

    public SeriesFold add(SeriesFold other) {
        for (int i = 0; i < other.points.size(); i++) {
            var into = group(other.index.key(i));
            var from = other.points.get(i);
            Arrays.setAll(into.events, at -> into.events[at] + from.events[at]);
            Arrays.setAll(into.entities, at -> into.entities[at] + from.entities[at]);
            Arrays.setAll(into.amounts, at -> into.amounts[at] + from.amounts[at]);
        }
        return this;
    }

    public int groupCount() {
        return points.size();
    }

    public long groupKey(int number) {
        return index.key(number);
    }

    public Points points(int number) {
        return points.get(number);
    }
}
