package dev.windrose.journeys.engine.fold;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they are first asked for. */
public final class LongIndex {

    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private long[] inOrder = new long[32];
    private int size;

    public int of(long key) {
        int at = find(key);
        if (numbers[at] != 0) {
            return numbers[at] - 1;
        }
        keys[at] = key;
        numbers[at] = ++size;
        if (size > inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, size * 2);
        }
        inOrder[size - 1] = key;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    private int find(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & mask;
        while (numbers[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        keys = new long[keys.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < size; i++) {
            int at = find(inOrder[i]);
            keys[at] = inOrder[i];
            numbers[at] = i + 1;
        }
    }

    public int size() {
        return size;
    }

    public long key(int number) {
        return inOrder[number];
    }
}
