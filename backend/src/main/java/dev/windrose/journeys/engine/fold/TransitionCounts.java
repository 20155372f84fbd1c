package dev.windrose.journeys.engine.fold;

/** How often one channel followed another, for Markov chains of order 1. Row 0 is the beginning; channel codes begin at 1. */
public final class TransitionCounts implements TouchFold.Into {

    /** By code, then by code. */
    public final long[][] next;

    /** By code: conversions, their amounts, and paths that were lost. */
    public final long[][] ends;

    public TransitionCounts(int codes) {
        this.next = new long[codes][codes];
        this.ends = new long[codes][3];
    }

    @Override
    public void converted(int[] channels, long[] times, int from, int to, long amount) {
        if (from < to) {
            var end = ends[walk(channels, from, to)];
            end[0]++;
            end[1] += amount;
        }
    }

    @Override
    public void lost(int[] channels, int from, int to) {
        ends[walk(channels, from, to)][2]++;
    }

    private int walk(int[] channels, int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            next[at][channels[i]]++;
            at = channels[i];
        }
        return at;
    }

    public TransitionCounts add(TransitionCounts other) {
        for (int i = 0; i < next.length; i++) {
            for (int j = 0; j < next.length; j++) {
                next[i][j] += other.next[i][j];
            }
            for (int j = 0; j < 3; j++) {
                ends[i][j] += other.ends[i][j];
            }
        }
        return this;
    }
}
