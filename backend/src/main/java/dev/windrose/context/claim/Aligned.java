package dev.windrose.context.claim;

import dev.windrose.context.claim.CompareQuantities.Outcome;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.language.Fold;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A claim and the sentence of an entry that says most of it, word beside word by what the words mean where they stand.
 *
 * @param said how well the words of the claim are found in the sentence, by their weight
 * @param least the same of the word that is found worst
 * @param back how well the words of the sentence are found in the claim
 * @param close nearness of meaning of the two sentences
 * @param denied more words are denied in one and said in the other than agree
 * @param odd one of the two denies once more than the other
 * @param same numbers of the claim that the sentence says
 * @param other numbers that it says otherwise
 */
record Aligned(
        Statement statement,
        double said,
        double least,
        double back,
        double close,
        boolean denied,
        boolean odd,
        int same,
        int other) {

    /** Sentences of an entry that are laid word beside word. */
    private static final int NEAREST = 3;

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unless|hardly|\\p{L}+n't|kein\\p{L}*|nicht|nie|niemand|nichts|ohne"
                    + "|instead of|rather than|fail\\p{L}*|refus\\p{L}*|lack\\p{L}*|free of|un(?:able|necessary|needed|noticed|affected|available)|impossible|off limits)\\b"
                    + "|\\bno (?:more|longer|less|fewer) than\\b|\\bnot (?:only|just)\\b");
    /** Words that take away, or turn into the opposite. */
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:less|fewer|out of|left out|off|stop\\p{L}*|drop\\p{L}*|g[ai]ve[ns]? up|ceas\\p{L}*|end(?:s|ed)|un\\p{L}{4,}|only|but|except|apart from|other than)\\b");

    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(?:no|not) (?:more|longer|less|fewer|later) than\\b|\\bnot (?:only|just)\\b|\\bno (?:matter|doubt|problem)\\b");

    static @Nullable Aligned of(ClaimText claim, Library library, Shelf shelf, float[] vector) {
        var vectors = shelf.vectors(library.vectors());
        var nearest = IntStream.range(0, vectors.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Embeddings.similarity(vector, vectors.get(i))))
                .limit(NEAREST)
                .toList();
        var mine = library.words(claim.text());
        @Nullable Aligned best = null;
        for (int i : nearest) {
            var statement = shelf.statements().get(i);
            if (statement.words().isEmpty()) {
                continue;
            }
            var one = of(claim, library, statement, mine, Embeddings.similarity(vector, vectors.get(i)));
            best = best == null || one.rank() > best.rank() ? one : best;
        }
        return best;
    }

    private double rank() {
        return said + close;
    }

    private static Aligned of(
            ClaimText claim, Library library, Statement statement, List<MeantWord> mine, double close) {
        var theirs = library.words(statement.text());
        var own = mine.stream()
                .filter(word ->
                        claim.names().stream().noneMatch(name -> name.span().overlaps(word.span())))
                .filter(word -> claim.quantities().stream()
                        .noneMatch(number -> number.span().overlaps(word.span())))
                .toList();
        double whole = 0;
        double said = 0;
        double least = 1;
        for (var word : own) {
            double found = found(word, theirs);
            double weight = library.weight(word.stem());
            whole += weight;
            said += weight * found;
            least = Math.min(least, found);
        }
        double other = 0;
        double back = 0;
        for (var word : theirs) {
            double weight = library.weight(word.stem());
            other += weight;
            back += weight * found(word, mine);
        }
        var numbers = numbers(claim, statement);
        return new Aligned(
                statement,
                whole == 0 ? 0.5 : said / whole,
                own.isEmpty() ? 0.5 : least,
                other == 0 ? 0.5 : back / other,
                close,
                Turn.denied(claim, statement),
                denials(claim.text()) != denials(statement.text()),
                (int) numbers.stream()
                        .filter(outcomes -> outcomes.contains(Outcome.SAME))
                        .count(),
                (int) numbers.stream().filter(Aligned::otherwise).count());
    }

    /** What the numbers of the statement are to each number of the claim. */
    private static List<List<Outcome>> numbers(ClaimText claim, Statement statement) {
        return claim.quantities().stream()
                .map(number -> statement.quantities().stream()
                        .map(known -> CompareQuantities.of(number, known))
                        .toList())
                .toList();
    }

    private static boolean otherwise(List<Outcome> outcomes) {
        return !outcomes.contains(Outcome.SAME) && outcomes.contains(Outcome.OTHER);
    }

    /** It says no in one way or another. */
    static boolean denies(String text) {
        return denials(text) > 0 || LESS.matcher(Fold.inPlace(text)).find();
    }

    private static int denials(String text) {
        var matcher = DENIAL.matcher(NO_DENIAL.matcher(Fold.inPlace(text)).replaceAll(" "));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return Math.min(1, count);
    }

    private static double found(MeantWord word, List<MeantWord> among) {
        double best = 0;
        for (var other : among) {
            double near = Embeddings.similarity(word.state(), other.state());
            best = Math.max(best, word.stem().equals(other.stem()) ? Math.max(near, 0.8) : near);
        }
        return best;
    }
}
