package dev.windrose.context.claim;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** In "42 sensors at Exeter North and 17 at Exeter South" each number has words of its own. */
final class Beside {

    private static final Pattern CUT = Pattern.compile("[,;:(]| and | or | und | oder ");
    /** A name tells more than another word. */
    private static final int NAME = 2;

    private Beside() {}

    /** Another number of the sentence has the words that the claim has, and this one does not. */
    static boolean other(ClaimText claim, Quantity said, Statement statement, Quantity known) {
        var mine = stretch(statement, known);
        for (var one : statement.quantities()) {
            boolean like = one != known && one.dimension().equals(known.dimension()) && one.low() != known.low();
            if (like && !taken(claim, said, one)) {
                var theirs = stretch(statement, one);
                if (only(claim, theirs, mine) > only(claim, mine, theirs)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean taken(ClaimText claim, Quantity said, Quantity known) {
        return claim.quantities().stream()
                .anyMatch(one -> one != said && CompareQuantities.of(one, known) == CompareQuantities.Outcome.SAME);
    }

    /** How much of the claim stands in the one stretch alone. */
    private static int only(ClaimText claim, Set<Word> in, Set<Word> out) {
        int sum = 0;
        for (var word : in) {
            boolean there = out.stream().anyMatch(other -> other.stem().equals(word.stem()));
            boolean said = Words.of(claim.text()).stream()
                    .anyMatch(other -> other.stem().equals(word.stem()));
            sum += said && !there ? word.capital() ? NAME : 1 : 0;
        }
        return sum;
    }

    private static Set<Word> stretch(Statement statement, Quantity number) {
        int from = 0;
        int to = statement.text().length();
        var cut = CUT.matcher(statement.text());
        while (cut.find()) {
            if (cut.end() <= number.span().start()) {
                from = cut.end();
            } else if (cut.start() >= number.span().end()) {
                to = cut.start();
                break;
            }
        }
        var out = new HashSet<Word>();
        for (var word : statement.words()) {
            boolean within = word.span().start() >= from && word.span().end() <= to;
            if (word.content() && within && !number.span().holds(word.span())) {
                out.add(word);
            }
        }
        return out;
    }
}
