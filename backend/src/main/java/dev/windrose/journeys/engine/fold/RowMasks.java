package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.Arrays;
import java.util.List;

/**
 * Which of several conditions each row meets, one bit a condition. A condition asks for codes in some dimensions; a row has to meet all of them.
 */
public final class RowMasks {

    public static final int MOST = 62;

    /** @param bits of each code, the conditions that let it pass */
    public record Table(int dimension, long[] bits) {}

    private final List<Table> tables;
    private final long all;
    private long[] masks = new long[0];

    public RowMasks(List<Table> tables, int conditions) {
        if (conditions > MOST) {
            throw new IllegalArgumentException("A question has at most " + MOST + " conditions.");
        }
        this.tables = tables;
        this.all = (1L << conditions) - 1;
    }

    /** A copy with a buffer of its own, for another thread. */
    public RowMasks copy() {
        return new RowMasks(tables, Long.SIZE - Long.numberOfLeadingZeros(all));
    }

    public int[] dimensions() {
        return tables.stream().mapToInt(Table::dimension).toArray();
    }

    public long[] of(Chunk chunk) {
        int rows = chunk.rows();
        if (masks.length < rows) {
            masks = new long[chunk.times.length];
        }
        if (tables.isEmpty()) {
            Arrays.fill(masks, 0, rows, all);
            return masks;
        }
        boolean first = true;
        for (var table : tables) {
            apply(chunk.codes[table.dimension()], table.bits(), rows, first);
            first = false;
        }
        return masks;
    }

    private void apply(int[] codes, long[] bits, int rows, boolean first) {
        long[] into = masks;
        if (first) {
            for (int i = 0; i < rows; i++) {
                into[i] = bits[codes[i]];
            }
        } else {
            for (int i = 0; i < rows; i++) {
                into[i] &= bits[codes[i]];
            }
        }
    }
}
