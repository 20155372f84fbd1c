package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How many entities got how far. An entity counts once, in the group of the event its furthest chain began with. */
public final class FunnelFold implements Consumer<Chunk> {

    private final FunnelShape shape;
    private final RowMasks masks;
    private final Groups groups;
    private final Wish wish;
    private final Chain chain;
    private final LongIndex index = new LongIndex();
    private final List<Counts> counts = new ArrayList<>();
    private final Longs listed = new Longs();

    /**
     * @param times whether to keep how long each step took
     * @param listLevel the level whose entities are listed; below zero for none
     */
    public record Wish(boolean times, int listLevel) {
        public static final Wish COUNTS = new Wish(false, -1);
    }

    /**
     * @param levels how many entities got to exactly so many steps
     * @param fromStart of each step, how long after the first it was reached
     * @param fromPrevious of each step, how long after the one before
     */
    public record Counts(long[] levels, Longs[] fromStart, Longs[] fromPrevious) {

        static Counts of(int steps) {
            var counts = new Counts(new long[steps + 1], new Longs[steps], new Longs[steps]);
            for (int i = 0; i < steps; i++) {
                counts.fromStart[i] = new Longs();
                counts.fromPrevious[i] = new Longs();
            }
            return counts;
        }

        /** How many entities got to each step. */
        public long[] reached() {
            var reached = new long[levels.length - 1];
            long sum = 0;
            for (int level = levels.length - 1; level > 0; level--) {
                sum += levels[level];
                reached[level - 1] = sum;
            }
            return reached;
        }

        private void add(Counts other) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] += other.levels[i];
            }
            for (int i = 0; i < fromStart.length; i++) {
                fromStart[i].addAll(other.fromStart[i]);
                fromPrevious[i].addAll(other.fromPrevious[i]);
            }
        }
    }

    public FunnelFold(FunnelShape shape, RowMasks masks, Groups groups, Wish wish) {
        this.shape = shape;
        this.masks = masks;
        this.groups = groups;
        this.wish = wish;
        this.chain = new Chain(shape);
        if (groups.none()) {
            ofKey(0);
        }
    }

    @Override
    public void accept(Chunk chunk) {
        long[] rows = masks.of(chunk);
        boolean plain = groups.none() && !wish.times();
        for (int i = 0; i < chunk.entities; i++) {
            int from = chunk.starts[i];
            int to = chunk.starts[i + 1];
            int level = from == to ? 0 : chain.level(chunk.times, rows, from, to);
            if (plain || level == 0 && groups.none()) {
                count(level);
            } else if (level > 0) {
                traced(chunk, rows, from, to, level);
            }
            if (level == wish.listLevel() && level > 0) {
                listed.add(chunk.ids[i]);
            }
        }
    }

    private void count(int level) {
        counts.getFirst().levels[level]++;
    }

    private void traced(Chunk chunk, long[] rows, int from, int to, int level) {
        chain.trace(chunk.times, rows, from, to, level);
        var into = groups.none() ? counts.getFirst() : ofKey(groups.key(chunk, chain.firstRow));
        into.levels[level]++;
        if (wish.times()) {
            for (int step = 1; step < level; step++) {
                into.fromStart[step].add(chain.moments[step] - chain.moments[0]);
                into.fromPrevious[step].add(chain.moments[step] - chain.moments[step - 1]);
            }
        }
    }

    private Counts ofKey(long key) {
        int number = index.of(key);
        if (number == counts.size()) {
            counts.add(Counts.of(shape.steps()));
        }
        return counts.get(number);
    }

    public FunnelFold add(FunnelFold other) {
        for (int i = 0; i < other.counts.size(); i++) {
            ofKey(other.index.key(i)).add(other.counts.get(i));
        }
        listed.addAll(other.listed);
        return this;
    }

    public int groupCount() {
        return counts.size();
    }

    public long groupKey(int number) {
        return index.key(number);
    }

    public Counts group(int number) {
        return counts.get(number);
    }

    public Longs listed() {
        return listed;
    }
}
