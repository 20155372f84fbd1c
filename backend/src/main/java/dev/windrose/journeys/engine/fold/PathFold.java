package dev.windrose.journeys.engine.fold;

import dev.windrose.journeys.engine.column.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What entities did right after, or right before, the first event that meets condition 0; without such an event an entity has no path. A path holds
 * the codes of one dimension, the event itself first.
 */
public final class PathFold implements Consumer<Chunk> {

    private final RowMasks masks;
    private final int dimension;
    private final int length;
    private final boolean back;
    private final Map<List<Integer>, Long> paths = new HashMap<>();

    /** @param length the most events of a path, the first one included */
    public PathFold(RowMasks masks, int dimension, int length, boolean back) {
        this.masks = masks;
        this.dimension = dimension;
        this.length = length;
        this.back = back;
    }

    @Override
    public void accept(Chunk chunk) {
        long[] rows = masks.of(chunk);
        int[] codes = chunk.codes[dimension];
        for (int i = 0; i < chunk.entities; i++) {
            int first = chunk.starts[i];
            while (first < chunk.starts[i + 1] && (rows[first] & 1) == 0) {
                first++;
            }
            if (first < chunk.starts[i + 1]) {
                paths.merge(path(codes, first, chunk.starts[i], chunk.starts[i + 1]), 1L, Long::sum);
            }
        }
    }

    private List<Integer> path(int[] codes, int first, int from, int to) {
        int size = Math.min(length, back ? first - from + 1 : to - first);
        var path = new Integer[size];
        for (int i = 0; i < size; i++) {
            path[i] = codes[back ? first - i : first + i];
        }
        return Arrays.asList(path);
    }

    public PathFold add(PathFold other) {
        other.paths.forEach((path, count) -> paths.merge(path, count, Long::sum));
        return this;
    }

    public List<Map.Entry<List<Integer>, Long>> all() {
        return new ArrayList<>(paths.entrySet());
    }
}
