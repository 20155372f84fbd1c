package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a claim says the opposite of an entry.
 *
 * @param turned one of them denies what the other says
 * @param opposite the word of the entry that stands against one of the claim
 */
record Turn(boolean turned, @Nullable String opposite, Signs signs) {

    /**
     * What tells of it.
     *
     * @param denied more words of the sentence are denied in one and said in the other than agree
     * @param only a word of the claim stands in the entry only where it is denied
     */
    record Signs(boolean denied, boolean only, boolean lacks, boolean reversed, boolean excepted) {}

    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b(?:all|every|each|any|alle|jede[rnms]?)\\b.{0,40}\\b(?:but|except(?: for)?|apart from|other than|ausser) (?:the )?(\\p{L}+)");

    /** So near in meaning, a word alone denies nothing. */
    private static final double SAME = 0.85;

    static Turn of(ClaimText claim, Shelf shelf, Statement nearest, double close) {
        boolean denied = denied(claim, nearest);
        boolean only = !Denials.denies(claim.text()) && onlyDenied(claim, shelf);
        boolean turned = denied || close < SAME && only;
        boolean excepted = shelf.statements().stream().anyMatch(statement -> excepts(statement, claim));
        boolean both = excepted && EXCEPTION.matcher(Fold.inPlace(claim.text())).find();
        boolean lacks = lacks(claim.polarity(), nearest.polarity()) || lacks(nearest.polarity(), claim.polarity());
        boolean reversed = !turned
                && (Directions.against(claim.text(), nearest.text())
                        || Directions.against(claim.text(), shelf.source().title()));
        return new Turn(
                (both ? false : turned ^ excepted) || lacks || reversed,
                opposite(claim, nearest, shelf),
                new Signs(denied, only, lacks, reversed, excepted));
    }

    /** "in every plan but Starter" denies of Starter what it says of the others. */
    private static boolean excepts(Statement statement, ClaimText claim) {
        var exception = EXCEPTION.matcher(Fold.inPlace(statement.text()));
        return exception.find()
                && Words.of(claim.text()).stream().anyMatch(word -> word.plain().equals(exception.group(1)));
    }

    boolean any() {
        return turned || opposite != null;
    }

    static boolean denied(ClaimText claim, Statement statement) {
        int agree = 0;
        int denials = 0;
        int said = 0;
        int unsaid = 0;
        for (var word : claim.words()) {
            var stem = word.stem();
            boolean no = claim.polarity().negated().contains(stem);
            boolean there = meets(stem, statement.polarity().plain());
            boolean deniedThere = meets(stem, statement.polarity().negated());
            if (no ? deniedThere : there) {
                agree++;
                denials += no ? 1 : 0;
            } else if (no && there) {
                unsaid++;
            } else if (!no && deniedThere) {
                said++;
            }
        }
        // "Pipes that are not full cannot be measured" and "it does not measure in pipes that are less than full" deny
        // at other places.
        int both = Math.min(said, unsaid);
        int turned = said + unsaid - 2 * both;
        // Where both deny the same word, a word more or less of it tells little.
        return turned > 0 && turned >= agree + 2 * both + Math.min(1, denials);
    }

    /** "Without a check" against "after a check". */
    private static boolean lacks(Polarity one, Polarity other) {
        return one.lacking().stream()
                .anyMatch(stem ->
                        meets(stem, other.plain()) && !meets(stem, other.lacking()) && !meets(stem, other.negated()));
    }

    /** The entry says a word of the claim nowhere but in a clause that denies it. */
    private static boolean onlyDenied(ClaimText claim, Shelf shelf) {
        for (var word : claim.words()) {
            if (claim.polarity().negated().contains(word.stem())) {
                continue;
            }
            boolean plain = false;
            boolean denied = false;
            for (var statement : shelf.statements()) {
                if (!statement.stems().contains(word.stem()) || !speaksOf(claim, statement)) {
                    plain |= statement.polarity().plain().contains(word.stem());
                    continue;
                }
                plain |= statement.polarity().plain().contains(word.stem());
                denied |= statement.polarity().negated().contains(word.stem());
            }
            if (denied && !plain) {
                return true;
            }
        }
        return false;
    }

    /** A quarter of the claim's words stand in the sentence. */
    private static boolean speaksOf(ClaimText claim, Statement statement) {
        long shared = claim.words().stream()
                .filter(word -> meets(word.stem(), statement.stems()))
                .count();
        return 4 * shared >= claim.words().size();
    }

    private static boolean meets(String stem, Set<String> stems) {
        return stems.contains(stem)
                || stems.stream().anyMatch(other -> Lexicon.shipped().likeness(stem, other) >= 0.9);
    }

    private static @Nullable String opposite(ClaimText claim, Statement statement, Shelf shelf) {
        for (var word : claim.words()) {
            if (meets(word.stem(), shelf.stems())) {
                continue;
            }
            boolean no = claim.polarity().negated().contains(word.stem());
            for (var against : Lexicon.shipped().opposites(word.stem())) {
                boolean said = statement.polarity().plain().contains(against);
                boolean denied = statement.polarity().negated().contains(against);
                boolean elsewhere = shelf.statements().stream()
                        .anyMatch(one -> one.polarity().plain().contains(against) && speaksOf(claim, one));
                if (!no && (said || elsewhere) || no && denied) {
                    return against;
                }
            }
        }
        return null;
    }
}
