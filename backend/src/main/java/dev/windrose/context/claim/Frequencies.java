package dev.windrose.context.claim;

import java.util.List;
import java.util.Set;

/** "Four times a day" is every six hours. */
final class Frequencies {

    private static final Set<String> TIMES = Set.of(Stems.of("times"), "mal");

    private Frequencies() {}

    static void in(List<Quantity> found) {
        for (int i = found.size() - 1; i >= 0; i--) {
            var one = found.get(i);
            if (!one.counts() || one.nouns().stream().noneMatch(TIMES::contains)) {
                continue;
            }
            if (i + 1 < found.size() && found.get(i + 1).dimension().equals("interval")) {
                var next = found.get(i + 1);
                found.set(i + 1, next.within(turned(one)));
                found.remove(i);
            } else if (period(one) > 0) {
                found.set(i, interval(one));
            }
        }
    }

    /** What a number of things in a while is, as the time between two of them. */
    static Quantity interval(Quantity one) {
        double each = period(one) / Math.max(one.low(), 1e-9);
        return new Quantity(one.span(), each, each, turned(one), one.about(), "interval", Set.of(), null, false);
    }

    /** Seconds of what it is counted by; 0 where that is no time. */
    static double period(Quantity one) {
        var rate = one.rate();
        return rate == null || !rate.startsWith("time:") ? 0 : Double.parseDouble(rate.substring(5));
    }

    /** More often is a shorter time between. */
    private static Quantity.Bound turned(Quantity one) {
        return switch (one.bound()) {
            case EXACT -> Quantity.Bound.EXACT;
            case AT_LEAST -> Quantity.Bound.AT_MOST;
            case MORE_THAN -> Quantity.Bound.LESS_THAN;
            case AT_MOST -> Quantity.Bound.AT_LEAST;
            case LESS_THAN -> Quantity.Bound.MORE_THAN;
        };
    }
}
