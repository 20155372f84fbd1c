package dev.windrose.context.claim;

import dev.windrose.context.claim.Quantity.Bound;
import java.util.Collections;

/** Whether a number of a claim says what a number of the evidence says. */
final class CompareQuantities {

    private static final double CLOSE = 1e-6;
    /** "About" may be this far off. */
    private static final double ABOUT = 0.05;
    /** "More than 400" may be said of 412, not of 1,000. */
    private static final double ROUNDED = 1.5;

    private static final double DAY = 86_400;
    private static final double MONTH = 365.25 / 12 * DAY;

    private CompareQuantities() {}

    enum Outcome {
        SAME,
        /** Of the same measure, another value. */
        OTHER,
        /** Not of the same measure. */
        APART
    }

    static Outcome of(Quantity claim, Quantity known) {
        if (claim.counts() && known.dimension().equals("interval") && Frequencies.period(claim) > 0) {
            return holds(Frequencies.interval(claim), known) ? Outcome.SAME : Outcome.APART;
        }
        if (known.counts() && claim.dimension().equals("interval") && Frequencies.period(known) > 0) {
            return holds(claim, Frequencies.interval(known)) ? Outcome.SAME : Outcome.APART;
        }
        if (!comparable(claim, known)) {
            return Outcome.APART;
        }
        boolean vague =
                claim.counts() && (claim.nouns().isEmpty() || known.nouns().isEmpty() || known.weak());
        if (vague) {
            return holds(claim, known) ? Outcome.SAME : Outcome.APART;
        }
        if (claim.rate() != null && known.rate() != null && !rated(claim.rate(), known.rate())) {
            return Outcome.OTHER;
        }
        return holds(claim, known) ? Outcome.SAME : Outcome.OTHER;
    }

    private static boolean rated(String one, String other) {
        return one.startsWith("time:") || other.startsWith("time:") ? one.equals(other) : true;
    }

    private static boolean comparable(Quantity claim, Quantity known) {
        var one = claim.dimension();
        var other = known.dimension();
        if (one.equals(other)) {
            return !claim.counts() || counted(claim, known);
        }
        if (one.startsWith("money:") && other.startsWith("money:")) {
            return false;
        }
        return one.equals("interval") && other.equals("time") || one.equals("time") && other.equals("interval");
    }

    private static boolean counted(Quantity claim, Quantity known) {
        if (claim.nouns().isEmpty() || known.nouns().isEmpty() || !Collections.disjoint(claim.nouns(), known.nouns())) {
            return true;
        }
        return claim.nouns().stream().anyMatch(noun -> known.nouns().stream()
                .anyMatch(other -> Lexicon.shipped().likeness(noun, other) > 0));
    }

    /** The same number, counted by something else: "a week" for "a month". */
    static boolean onlyRate(Quantity claim, Quantity known) {
        return claim.rate() != null
                && known.rate() != null
                && !rated(claim.rate(), known.rate())
                && comparable(claim, known)
                && holds(claim, known);
    }

    /** Same value although the things counted have other names: "seventeen people" for "17 operators". */
    static boolean sameValue(Quantity claim, Quantity known) {
        return claim.dimension().equals(known.dimension())
                && (claim.rate() == null || known.rate() == null || rated(claim.rate(), known.rate()))
                && holds(claim, known);
    }

    private static boolean holds(Quantity claim, Quantity known) {
        if (claim.range() || known.range()) {
            return ranges(claim, known);
        }
        double said = claim.low();
        double is = known.low();
        if (near(said, is, claim.about() ? ABOUT : CLOSE) || months(claim, known)) {
            return together(claim.bound(), known, claim.about());
        }
        if (claim.dimension().startsWith("sign:")) {
            return false;
        }
        if (claim.lower()) {
            return !known.upper() && is > said && is <= said * ROUNDED;
        }
        if (claim.upper()) {
            return !known.lower() && !known.upper() && is < said && is >= said / (claim.about() ? 1.05 : ROUNDED / 1.1);
        }
        return false;
    }

    /** Three months are ninety days. */
    private static boolean months(Quantity claim, Quantity known) {
        return claim.dimension().equals("time")
                && known.dimension().equals("time")
                && (months(claim.low(), known.low()) || months(known.low(), claim.low()));
    }

    private static boolean months(double one, double other) {
        double months = Math.rint(one / MONTH);
        return months >= 1 && near(one, months * MONTH, CLOSE) && near(other, months * 30 * DAY, CLOSE);
    }

    /** The same number; the comparators must not point in opposite directions. */
    private static boolean together(Bound claim, Quantity known, boolean about) {
        return switch (claim) {
            case EXACT -> true;
            case AT_LEAST -> !known.upper() || known.bound() == Bound.AT_MOST && known.about();
            case MORE_THAN -> known.lower() || known.dimension().startsWith("sign:") || about && !known.upper();
            case AT_MOST -> !known.lower();
            case LESS_THAN ->
                known.upper() && !about
                        || about && near(known.low(), known.high(), CLOSE) && known.bound() == Bound.EXACT && false;
        };
    }

    private static boolean ranges(Quantity claim, Quantity known) {
        double slack = claim.about() ? ABOUT : CLOSE;
        if (claim.range() && known.range()) {
            return near(claim.low(), known.low(), slack) && near(claim.high(), known.high(), slack)
                    || claim.dimension().startsWith("sign:")
                            && claim.low() >= known.low()
                            && claim.high() <= known.high();
        }
        if (known.range()) {
            boolean within = claim.bound() == Bound.EXACT
                    && (claim.dimension().startsWith("sign:")
                            || claim.dimension().equals("temperature"))
                    && claim.low() >= known.low()
                    && claim.low() <= known.high();
            return within
                    || claim.upper() && near(claim.low(), known.high(), slack)
                    || claim.lower() && near(claim.low(), known.low(), slack)
                    || claim.bound() == Bound.LESS_THAN && near(claim.low(), known.low(), slack);
        }
        return known.upper() && near(claim.low(), 0, CLOSE) && near(claim.high(), known.high(), slack);
    }

    private static boolean near(double one, double other, double slack) {
        return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * slack + 1e-9;
    }
}
