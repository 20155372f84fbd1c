package dev.windrose.journeys.engine.fold;

import java.util.Arrays;

/** A growing list of numbers. */
public final class Longs {

    private long[] values = new long[16];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    public void addAll(Longs other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    public int size() {
        return size;
    }

    public long get(int at) {
        return values[at];
    }

    public long[] sorted() {
        var copy = Arrays.copyOf(values, size);
        Arrays.sort(copy);
        return copy;
    }

    /** The value below which a share of sorted values lies, between two values in proportion, as {@code percentile_cont} of SQL. */
    public static double percentile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
