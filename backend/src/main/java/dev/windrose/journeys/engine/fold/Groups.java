package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;

/** Combinations of codes in some dimensions, as one number each. */
public final class Groups {

    private final int[] dimensions;
    private final int[] sizes;

    /** @param sizes how many codes each dimension has */
    public Groups(int[] dimensions, int[] sizes) {
        this.dimensions = dimensions;
        this.sizes = sizes;
        long all = 1;
        for (int size : sizes) {
            all = Math.multiplyExact(all, (long) size);
        }
    }

    public int[] dimensions() {
        return dimensions;
    }

    public boolean none() {
        return dimensions.length == 0;
    }

    public long key(Chunk chunk, int row) {
        long key = 0;
        for (int d = 0; d < dimensions.length; d++) {
            key = key * sizes[d] + chunk.codes[dimensions[d]][row];
        }
        return key;
    }

    public int[] codes(long key) {
        var codes = new int[sizes.length];
        long rest = key;
        for (int d = sizes.length - 1; d >= 0; d--) {
            codes[d] = (int) (rest % sizes[d]);
            rest /= sizes[d];
        }
        return codes;
    }
}
