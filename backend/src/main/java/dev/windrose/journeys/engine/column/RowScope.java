package dev.windrose.journeys.engine.column;

import java.util.List;

/**
 * Which events count at all: those of {@code from <= time < to} whose codes are allowed.
 *
 * @param allowed of each dimension with a condition, the codes that pass
 */
public record RowScope(long from, long to, List<Allowed> allowed) {

    public record Allowed(int dimension, boolean[] codes) {}

    public static final RowScope ALL = new RowScope(Long.MIN_VALUE, Long.MAX_VALUE, List.of());

    boolean isAll() {
        return from == Long.MIN_VALUE && to == Long.MAX_VALUE && allowed.isEmpty();
    }

    void apply(Chunk chunk, boolean[] kept) {
        int rows = chunk.rows();
        for (int i = 0; i < rows; i++) {
            kept[i] = chunk.times[i] >= from && chunk.times[i] < to;
        }
        for (var condition : allowed) {
            int[] codes = chunk.codes[condition.dimension()];
            boolean[] pass = condition.codes();
            for (int i = 0; i < rows; i++) {
                kept[i] &= codes[i] < pass.length && pass[codes[i]];
            }
        }
        chunk.keep(kept);
    }
}
