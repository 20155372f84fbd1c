package dev.windrose.context.claim;

/**
 * When words and meaning are near enough for an entry to speak of a claim. The weights were chosen by trying a grid on one half of the labelled
 * sentences; the other half is only scored.
 */
final class Weigh {

    private static final double SAYS = 0.57;
    private static final double SPEAKS_OF = 0.48;
    /** Of all or of one is a fine point: the rest must fit well. */
    private static final double FITS = 0.65;

    /** Numbers that agree make up for words that differ. */
    private static final double EACH_NUMBER = 0.06;

    private static final double NAMED = 0.45;
    /** Another customer's story has to be plainly the same where no number tells. */
    private static final double ALONE = 0.55;
    /** A number or a denial that is far in meaning is of something else. */
    private static final double SURELY = 0.4;

    private static final double WORDS = 0.5;
    private static final double TOGETHER = 0.1;
    private static final double MEANING = 0.4;

    private Weigh() {}

    /** How near an entry is to a claim, 0 to 1. */
    static double score(Match match) {
        return near(match, match.covered());
    }

    /** The same, with what stands against the claim left out. */
    static double likeness(Match match) {
        return near(match, match.alike());
    }

    private static double near(Match match, double covered) {
        return WORDS * covered
                + TOGETHER * Math.min(1, match.together())
                + MEANING * match.close()
                - (match.otherProduct() ? 0.3 : 0);
    }

    static boolean supports(Match match) {
        return !match.guarded()
                && !match.otherProduct()
                && !match.turn().any()
                && !match.wider()
                && !match.boast()
                && score(match) >= SAYS - EACH_NUMBER * Math.min(2, match.numbersFound());
    }

    static boolean contradicts(Match match) {
        double like = likeness(match);
        if (match.otherProduct()) {
            return match.source().customer() != null
                    && !match.otherCustomer()
                    && !match.unnamedCustomer()
                    && like >= SPEAKS_OF;
        }
        if (match.unnamedCustomer() || match.otherYear()) {
            return false;
        }
        boolean strange = !match.strange().isEmpty() && match.otherNames();
        boolean byName = (strange || match.otherCustomer() && match.source().customer() != null)
                && match.close() >= (match.otherCustomer() && match.numbersFound() == 0 ? ALONE : NAMED);
        boolean near = match.close() >= SURELY;
        return (byWords(match) && near || byName) && like >= SPEAKS_OF || match.wider() && like >= FITS;
    }

    private static boolean byWords(Match match) {
        return match.strange().isEmpty()
                && !match.otherCustomer()
                && (match.wrongNumber() != null || match.turn().any());
    }

    /** A number or a denial stands against the claim, not only a name. */
    static boolean plainly(Match match) {
        return byWords(match);
    }
}
