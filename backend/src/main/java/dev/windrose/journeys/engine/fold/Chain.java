package dev.windrose.journeys.engine.fold;

import java.util.Arrays;

/**
 * The furthest chain of steps among the events of one entity. Events at one time count in the order of the steps, and one event may be several steps.
 */
final class Chain {

    private static final long NEVER = Long.MIN_VALUE / 4;

    private final FunnelShape shape;
    private final long stepBits;
    private final long[] started;
    private final long[] reached;
    private final int[] seen;

    /** When each step was first reached by the chain that {@link #trace} found. */
    final long[] moments;

    /** The row that the chain found by {@link #trace} began with. */
    int firstRow;

    Chain(FunnelShape shape) {
        this.shape = shape;
        this.stepBits = (1L << shape.steps()) - 1;
        this.started = new long[shape.steps()];
        this.reached = new long[shape.steps()];
        this.moments = new long[shape.steps()];
        this.seen = new int[shape.steps()];
    }

    int level(long[] times, long[] masks, int from, int to) {
        return switch (shape.order()) {
            case ORDERED ->
                shape.excludes() ? excluding(times, masks, from, to, 0, NEVER) : ordered(times, masks, from, to);
            case STRICT -> strict(times, masks, from, to);
            case UNORDERED -> unordered(times, masks, from, to);
        };
    }

    /** Keeps for each step the latest beginning of a chain that got there; {@code long} throughout, since differences of times overflow an int. */
    private int ordered(long[] times, long[] masks, int from, int to) {
        int steps = shape.steps();
        long window = shape.window();
        long[] start = started;
        Arrays.fill(start, NEVER);
        int best = 0;
        for (int i = from; i < to; i++) {
            long mask = masks[i];
            if (mask == 0) {
                continue;
            }
            long now = times[i];
            while (i + 1 < to && times[i + 1] == now) {
                mask |= masks[++i];
            }
            do {
                int step = Long.numberOfTrailingZeros(mask);
                mask &= mask - 1;
                long begin = step == 0 ? now : start[step - 1];
                if (now - begin <= window) {
                    start[step] = begin;
                    if (step >= best) {
                        best = step + 1;
                        if (best == steps) {
                            return best;
                        }
                    }
                }
            } while (mask != 0);
        }
        return best;
    }

    /**
     * As {@link #ordered}, and an excluded event strictly between two steps ends the chains that wait there.
     *
     * @param only the row whose event alone may be the first step, if {@code onlyTime} is a time
     */
    private int excluding(long[] times, long[] masks, int from, int to, int enough, long onlyTime) {
        int steps = shape.steps();
        Arrays.fill(started, NEVER);
        Arrays.fill(reached, NEVER);
        int best = 0;
        for (int i = from; i < to; i++) {
            long now = times[i];
            long mask = masks[i];
            while (i + 1 < to && times[i + 1] == now) {
                mask |= masks[++i];
            }
            if (onlyTime != NEVER && now != onlyTime) {
                mask &= ~1L;
            }
            best = advance(now, mask & stepBits, best);
            if (best == steps || enough > 0 && best == enough) {
                return best;
            }
            wipe(now, mask);
            if (onlyTime != NEVER && now - onlyTime > shape.window()) {
                return best;
            }
        }
        return best;
    }

    private int advance(long now, long steps, int best) {
        int furthest = best;
        for (long rest = steps; rest != 0; rest &= rest - 1) {
            int step = Long.numberOfTrailingZeros(rest);
            long begin = step == 0 ? now : started[step - 1];
            if (begin != NEVER && now - begin <= shape.window()) {
                started[step] = begin;
                reached[step] = now;
                if (step >= furthest) {
                    furthest = step + 1;
                    moments[step] = now;
                }
            }
        }
        return furthest;
    }

    private void wipe(long now, long mask) {
        for (int step = 0; step < started.length; step++) {
            if ((mask & shape.exclusions()[step]) != 0 && reached[step] < now) {
                started[step] = NEVER;
            }
        }
    }

    private int strict(long[] times, long[] masks, int from, int to) {
        int best = 0;
        for (int i = from; i < to && best < shape.steps(); i++) {
            best = Math.max(best, strictFrom(times, masks, i, to));
        }
        return best;
    }

    private int strictFrom(long[] times, long[] masks, int first, int to) {
        int step = 0;
        while (step < shape.steps()
                && first + step < to
                && (masks[first + step] & 1L << step) != 0
                && times[first + step] - times[first] <= shape.window()) {
            step++;
        }
        return step;
    }

    /** The most different steps within one window. */
    private int unordered(long[] times, long[] masks, int from, int to) {
        Arrays.fill(seen, 0);
        int best = 0;
        int different = 0;
        int first = from;
        for (int i = from; i < to; i++) {
            for (long rest = masks[i] & stepBits; rest != 0; rest &= rest - 1) {
                different += seen[Long.numberOfTrailingZeros(rest)]++ == 0 ? 1 : 0;
            }
            for (; times[i] - times[first] > shape.window(); first++) {
                for (long rest = masks[first] & stepBits; rest != 0; rest &= rest - 1) {
                    different -= --seen[Long.numberOfTrailingZeros(rest)] == 0 ? 1 : 0;
                }
            }
            best = Math.max(best, different);
        }
        return best;
    }

    /** Finds the earliest beginning from which a level is reached, and when each step was first reached from there. */
    void trace(long[] times, long[] masks, int from, int to, int level) {
        for (int i = from; i < to; i++) {
            if (begins(masks[i]) && traceFrom(times, masks, i, from, to, level)) {
                firstRow = i;
                return;
            }
        }
        throw new IllegalStateException("No chain reaches the level that was found.");
    }

    private boolean begins(long mask) {
        return shape.order() == FunnelShape.Order.UNORDERED ? (mask & stepBits) != 0 : (mask & 1) != 0;
    }

    private boolean traceFrom(long[] times, long[] masks, int row, int from, int to, int level) {
        return switch (shape.order()) {
            case ORDERED -> {
                int begin = row;
                while (begin > from && times[begin - 1] == times[row]) {
                    begin--;
                }
                yield excluding(times, masks, begin, to, level, times[row]) == level;
            }
            case STRICT -> {
                System.arraycopy(times, row, moments, 0, Math.min(level, to - row));
                yield strictFrom(times, masks, row, to) == level;
            }
            case UNORDERED -> unorderedFrom(times, masks, row, to) == level;
        };
    }

    private int unorderedFrom(long[] times, long[] masks, int first, int to) {
        long found = 0;
        int level = 0;
        for (int i = first; i < to && times[i] - times[first] <= shape.window(); i++) {
            for (long rest = masks[i] & stepBits & ~found; rest != 0; rest &= rest - 1) {
                found |= rest & -rest;
                moments[level++] = times[i];
            }
        }
        return level;
    }
}
