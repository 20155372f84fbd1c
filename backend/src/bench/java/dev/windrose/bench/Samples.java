package dev.windrose.bench;

import java.util.Arrays;

/** Times of many runs of one thing. */
public record Samples(long[] nanos) {

    /** Something worth timing. */
    public interface Work {
        void run(int round) throws Exception;
    }

    public static Samples of(int warmUp, int rounds, Work work) throws Exception {
        for (int round = 0; round < warmUp; round++) {
            work.run(round);
        }
        long[] nanos = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            work.run(warmUp + round);
            nanos[round] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new Samples(nanos);
    }

    public double millisAt(int percent) {
        int index = Math.clamp((long) Math.ceil(nanos.length * percent / 100.0) - 1, 0, nanos.length - 1);
        return nanos[index] / 1e6;
    }
}
