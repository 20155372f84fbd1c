package dev.windrose.journeys.engine.column;

import java.util.Arrays;

/**
 * Events as of one moment: sorted columns, and beside them what came since.
 *
 * @param dimensions how many dimensions the columns have
 * @param since the events of entities that changed; first those the columns know, then new ones
 * @param changed the numbers that the first entities of {@code since} have in the columns, ascending
 * @param replaces for which of them {@code since} holds all events, and those in the columns no longer count
 */
public record EventView(Columns base, int dimensions, Columns since, int[] changed, boolean[] replaces) {

    public static EventView of(Columns columns, int dimensions) {
        return new EventView(
                columns, dimensions, new HeapColumns.Builder(dimensions).build(), new int[0], new boolean[0]);
    }

    /** Columns of events first, then the numbers of those that only came since. */
    public int entities() {
        return base.entities() + since.entities() - changed.length;
    }

    int firstChanged(int entity) {
        int found = Arrays.binarySearch(changed, entity);
        return found < 0 ? -found - 1 : found;
    }

    /** Writes the events of a changed entity in order. An event of {@code since} never has the time of one that it does not replace. */
    void merge(int entity, Chunk chunk) {
        int at = firstChanged(entity);
        long own = since.start(at);
        int added = (int) (since.start(at + 1) - own);
        long first = base.start(entity);
        int known = replaces[at] ? 0 : Math.toIntExact(base.start(entity + 1) - first);
        chunk.room(known + added);
        var old = new long[known];
        var fresh = new long[added];
        base.times(first, known, old, 0);
        since.times(own, added, fresh, 0);
        int a = 0;
        int b = 0;
        while (a < known || b < added) {
            boolean fromBase = b == added || a < known && old[a] <= fresh[b];
            int end = fromBase
                    ? run(old, a, b == added ? Long.MAX_VALUE : fresh[b])
                    : run(fresh, b, a == known ? Long.MAX_VALUE : old[a] - 1);
            if (fromBase) {
                chunk.copy(base, first + a, end - a, a + b);
                a = end;
            } else {
                chunk.copy(since, own + b, end - b, a + b);
                b = end;
            }
        }
        chunk.end(entity, known + added);
    }

    private static int run(long[] times, int from, long last) {
        int end = from + 1;
        while (end < times.length && times[end] <= last) {
            end++;
        }
        return end;
    }

    /** Writes the entities that the columns do not know, one after the other. */
    void added(int entity, Chunk chunk) {
        long from = since.start(entity);
        int count = (int) (since.start(entity + 1) - from);
        chunk.room(count);
        chunk.copy(since, from, count, 0);
        chunk.end(base.entities() + entity - changed.length, count);
    }

    /** All of those, with all columns. */
    public Chunk addedEntities() {
        var all = new boolean[dimensions];
        Arrays.fill(all, true);
        var chunk = new Chunk(all, true);
        for (int entity = changed.length; entity < since.entities(); entity++) {
            added(entity, chunk);
        }
        return chunk;
    }
}
