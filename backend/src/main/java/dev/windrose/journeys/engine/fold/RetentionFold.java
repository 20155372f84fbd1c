package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.Arrays;
import java.util.function.Consumer;

/** Of the entities that began in one period, how many came back in each later one. Condition 0 is the beginning, condition 1 the return. */
public final class RetentionFold implements Consumer<Chunk> {

    private final Buckets buckets;
    private final RowMasks masks;
    private final long[] sizes;
    private final long[][] returned;
    private final int[] seen;
    private int entity;

    public RetentionFold(Buckets buckets, RowMasks masks) {
        this.buckets = buckets;
        this.masks = masks;
        this.sizes = new long[buckets.count()];
        this.returned = new long[buckets.count()][buckets.count()];
        this.seen = new int[buckets.count()];
    }

    @Override
    public void accept(Chunk chunk) {
        long[] rows = masks.of(chunk);
        for (int i = 0; i < chunk.entities; i++) {
            fold(chunk.times, rows, chunk.starts[i], chunk.starts[i + 1]);
        }
    }

    private void fold(long[] times, long[] rows, int from, int to) {
        int first = from;
        while (first < to && (rows[first] & 1) == 0) {
            first++;
        }
        if (first == to) {
            return;
        }
        int cohort = buckets.of(times[first]);
        sizes[cohort]++;
        entity++;
        // The event that begins is no return; another one at the same time is.
        for (int row = from; row < to; row++) {
            if ((rows[row] & 2) != 0 && row != first && times[row] >= times[first]) {
                int bucket = buckets.of(times[row]);
                if (seen[bucket] != entity) {
                    seen[bucket] = entity;
                    returned[cohort][bucket - cohort]++;
                }
            }
        }
    }

    public RetentionFold add(RetentionFold other) {
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] += other.sizes[i];
            for (int j = 0; j < sizes.length; j++) {
                returned[i][j] += other.returned[i][j];
            }
        }
        return this;
    }

    public long[] sizes() {
        return sizes.clone();
    }

    /** By how many periods after the beginning. */
    public long[] returned(int cohort) {
        return Arrays.copyOf(returned[cohort], returned.length - cohort);
    }
}
