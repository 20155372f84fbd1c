package dev.windrose.journeys.engine.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Columns on the heap, sorted when they are complete. */
public final class HeapColumns implements Columns {

    private final long[] starts;
    private final long[] times;
    private final int[][] codes;
    private final long[] amounts;

    private HeapColumns(long[] starts, long[] times, int[][] codes, long[] amounts) {
        this.starts = starts;
        this.times = times;
        this.codes = codes;
        this.amounts = amounts;
    }

    /** @param order what decides between events of one entity at one time */
    private record Row(int entity, long time, long order, int[] codes, long amount) {}

    /** Takes events in any order. */
    public static final class Builder {

        private final int dimensions;
        private final List<Row> rows = new ArrayList<>();
        private int entities;

        public Builder(int dimensions) {
            this.dimensions = dimensions;
        }

        /** At least so many entities, also where the last have no events. */
        public Builder entities(int count) {
            entities = Math.max(entities, count);
            return this;
        }

        public Builder add(int entity, long time, int[] codes, long amount) {
            rows.add(new Row(entity, time, rows.size(), codes.clone(), amount));
            entities = Math.max(entities, entity + 1);
            return this;
        }

        public HeapColumns build() {
            rows.sort(Comparator.comparingInt(Row::entity)
                    .thenComparingLong(Row::time)
                    .thenComparingLong(Row::order));
            int size = rows.size();
            var starts = new long[entities + 1];
            var times = new long[size];
            var codes = new int[dimensions][size];
            var amounts = new long[size];
            for (int i = 0; i < size; i++) {
                var row = rows.get(i);
                starts[row.entity() + 1]++;
                times[i] = row.time();
                amounts[i] = row.amount();
                for (int d = 0; d < dimensions; d++) {
                    codes[d][i] = row.codes()[d];
                }
            }
            Arrays.parallelPrefix(starts, Long::sum);
            return new HeapColumns(starts, times, codes, amounts);
        }
    }

    @Override
    public int entities() {
        return starts.length - 1;
    }

    @Override
    public long rows() {
        return times.length;
    }

    @Override
    public long start(int entity) {
        return starts[entity];
    }

    @Override
    public void times(long from, int count, long[] into, int at) {
        System.arraycopy(times, (int) from, into, at, count);
    }

    @Override
    public void codes(int dimension, long from, int count, int[] into, int at) {
        System.arraycopy(codes[dimension], (int) from, into, at, count);
    }

    @Override
    public void amounts(long from, int count, long[] into, int at) {
        System.arraycopy(amounts, (int) from, into, at, count);
    }
}
