package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the touches that led to each conversion. Condition 0 is a touch, condition 1 a conversion. A touch counts for the next conversion only, and
 * only within the time before it; touches that no conversion followed are a path that was lost. An event that is both counts as a touch first.
 */
public final class TouchFold implements Consumer<Chunk> {

    private final RowMasks masks;
    private final int dimension;
    private final long lookBack;
    private final Into into;
    private int[] channels = new int[64];
    private long[] times = new long[64];
    private int size;

    /** Takes the touches of one path, {@code from} to {@code to}. */
    public interface Into {
        void converted(int[] channels, long[] times, int from, int to, long amount);

        void lost(int[] channels, int from, int to);
    }

    public TouchFold(RowMasks masks, int dimension, long lookBack, Into into) {
        this.masks = masks;
        this.dimension = dimension;
        this.lookBack = lookBack;
        this.into = into;
    }

    public Into into() {
        return into;
    }

    @Override
    public void accept(Chunk chunk) {
        long[] rows = masks.of(chunk);
        for (int i = 0; i < chunk.entities; i++) {
            size = 0;
            for (int row = chunk.starts[i]; row < chunk.starts[i + 1]; row++) {
                if (rows[row] != 0) {
                    step(chunk, row, rows[row]);
                }
            }
            if (size > 0) {
                into.lost(channels, 0, size);
            }
        }
    }

    private void step(Chunk chunk, int row, long mask) {
        if ((mask & 1) != 0 && chunk.codes[dimension][row] != 0) {
            if (size == channels.length) {
                channels = Arrays.copyOf(channels, size * 2);
                times = Arrays.copyOf(times, size * 2);
            }
            channels[size] = chunk.codes[dimension][row];
            times[size++] = chunk.times[row];
        }
        if ((mask & 2) != 0) {
            int from = 0;
            while (from < size && chunk.times[row] - times[from] > lookBack) {
                from++;
            }
            into.converted(channels, times, from, size, chunk.amounts[row]);
            size = 0;
        }
    }
}
