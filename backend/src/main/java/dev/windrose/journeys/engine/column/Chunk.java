package dev.windrose.journeys.engine.column;

import java.util.Arrays;

/** Whole entities, copied into arrays for one pass. Columns that were not asked for are empty. */
public final class Chunk {

    /** Rows of entity {@code i} are {@code starts[i] .. starts[i + 1] - 1}. */
    public int[] starts = new int[1025];

    /** The numbers of the entities. */
    public int[] ids = new int[1024];

    public int entities;
    public long[] times = new long[Scan.ROWS];
    public int[][] codes;
    public long[] amounts = new long[0];

    private final boolean[] wanted;
    private final boolean withAmounts;

    Chunk(boolean[] wanted, boolean withAmounts) {
        this.wanted = wanted;
        this.withAmounts = withAmounts;
        this.codes = new int[wanted.length][0];
        grow(Scan.ROWS);
    }

    public int rows() {
        return starts[entities];
    }

    void clear() {
        entities = 0;
        starts[0] = 0;
    }

    /** Ends an entity of so many rows that were written behind the last. */
    void end(int id, int rows) {
        if (entities + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[entities] = id;
        starts[entities + 1] = starts[entities] + rows;
        entities++;
    }

    void room(int more) {
        if (rows() + more > times.length) {
            grow(Math.max(rows() + more, times.length * 2));
        }
    }

    private void grow(int size) {
        times = Arrays.copyOf(times, size);
        for (int d = 0; d < codes.length; d++) {
            if (wanted[d]) {
                codes[d] = Arrays.copyOf(codes[d], size);
            }
        }
        if (withAmounts) {
            amounts = Arrays.copyOf(amounts, size);
        }
    }

    /** Copies rows of columns behind the last ended entity. */
    void copy(Columns from, long row, int count, int skip) {
        int at = rows() + skip;
        from.times(row, count, times, at);
        for (int d = 0; d < codes.length; d++) {
            if (wanted[d]) {
                from.codes(d, row, count, codes[d], at);
            }
        }
        if (withAmounts) {
            from.amounts(row, count, amounts, at);
        }
    }

    /** Keeps the rows for which a sign is set, in their order. */
    void keep(boolean[] kept) {
        int written = 0;
        int row = 0;
        for (int entity = 0; entity < entities; entity++) {
            int end = starts[entity + 1];
            starts[entity] = written;
            for (; row < end; row++) {
                if (kept[row]) {
                    move(row, written++);
                }
            }
        }
        starts[entities] = written;
    }

    private void move(int from, int to) {
        if (from == to) {
            return;
        }
        times[to] = times[from];
        for (int d = 0; d < codes.length; d++) {
            if (wanted[d]) {
                codes[d][to] = codes[d][from];
            }
        }
        if (withAmounts) {
            amounts[to] = amounts[from];
        }
    }
}
