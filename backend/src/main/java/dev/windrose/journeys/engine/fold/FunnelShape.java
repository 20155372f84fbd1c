package dev.windrose.journeys.engine.fold;

import java.util.Arrays;

/**
 * What a funnel asks for. Condition {@code i} of the masks is step {@code i}; the exclusions come behind the steps.
 *
 * @param window how long after its first step a chain may go on, both ends included
 * @param exclusions the bits of events that end a chain after step {@code i}, before the next
 */
public record FunnelShape(Order order, int steps, long window, long[] exclusions) {

    /** A window without an end. */
    public static final long ENDLESS = 1L << 60;

    public enum Order {
        /** Other events may come between. */
        ORDERED,
        /** Any other event breaks the chain. */
        STRICT,
        /** The steps may come in any order. */
        UNORDERED
    }

    public static FunnelShape ordered(int steps, long window) {
        return new FunnelShape(Order.ORDERED, steps, window, new long[steps]);
    }

    boolean excludes() {
        return Arrays.stream(exclusions).anyMatch(bits -> bits != 0);
    }
}
