package dev.windrose.context.claim;

import dev.windrose.context.claim.CompareQuantities.Outcome;
import dev.windrose.context.claim.LayBeside.Score;
import dev.windrose.context.claim.Match.NumberFound;
import dev.windrose.llm.language.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for a number of a claim in an entry; where several could be meant, the sentence that speaks of the same thing decides. */
final class FindNumber {

    /** By so much more must another sentence be about the claim for its number to count against one found elsewhere. */
    private static final double NEARER = 0.2;

    private static final double BY_WORDS = 0.25;

    /** "Flow and Sense": what is said holds for both. */
    private static final Pattern JOINED =
            Pattern.compile("\\p{Lu}\\p{L}+(?:, | and | or | und | & )(?:\\p{Lu}\\p{L}+ )?\\p{Lu}");

    private static final double ABOUT_IT = 0.3;

    private final ClaimText claim;
    private final List<Statement> statements;
    private final List<Score> scores;
    private final List<String> products;

    FindNumber(ClaimText claim, List<Statement> statements, List<Score> scores, List<String> products) {
        this.products = products;
        this.claim = claim;
        this.statements = statements;
        this.scores = scores;
    }

    NumberFound of(Quantity said) {
        if (said.nouns().contains("half")) {
            for (var statement : statements) {
                if (statement.stems().contains("median")) {
                    return new NumberFound(said, Outcome.SAME, null, statement);
                }
            }
        }
        var taken = taken(said);
        var same = new Nearest();
        var other = new Nearest();
        @Nullable NumberFound rated = null;
        for (int i = 0; i < statements.size(); i++) {
            var best = best(said, statements.get(i), taken);
            if (best != null && best.outcome() == Outcome.SAME) {
                same.offer(best, scores.get(i));
            } else if (best != null) {
                rated = best.known() != null && CompareQuantities.onlyRate(said, best.known()) ? best : rated;
                other.offer(best, scores.get(i));
            }
        }
        var right = same.found;
        if (rated != null
                && (right == null || right.known() == null || right.known().rate() == null)) {
            return rated;
        }
        if (right != null) {
            return other.found != null && other.nearerThan(same) ? other.found : right;
        }
        return other.found != null ? other.found : named(said);
    }

    /** The number of the sentence that speaks most of the same thing. */
    private static final class Nearest {

        private @Nullable NumberFound found;
        private double score = -1;
        private double words = -1;

        void offer(NumberFound another, Score its) {
            words = Math.max(words, its.words());
            if (its.words() + its.meaning() > score) {
                score = its.words() + its.meaning();
                found = another;
            }
        }

        boolean nearerThan(Nearest same) {
            return score > same.score + NEARER || words > same.words + BY_WORDS;
        }
    }

    /** What a sentence says of the number: the same before another. */
    private @Nullable NumberFound best(Quantity said, Statement statement, Set<Quantity> taken) {
        @Nullable NumberFound other = null;
        if (statement.text().endsWith("?")) {
            return null;
        }
        for (var known : statement.quantities()) {
            var outcome = CompareQuantities.of(said, known);
            if (!ofProduct(said, known, statement) || !ofEdition(statement)) {
                continue;
            }
            outcome = outcome == Outcome.APART && bare(said, known) ? Outcome.SAME : outcome;
            if (outcome == Outcome.SAME) {
                boolean reversed = Changed.reversed(claim.text(), said, statement.quantities(), statement.text(), known)
                        || Beside.other(claim, said, statement, known);
                if (reversed) {
                    return new NumberFound(said, Outcome.OTHER, other(known, statement), statement);
                }
                return new NumberFound(said, outcome, known, statement);
            }
            if (outcome == Outcome.OTHER && !taken.contains(known) && other == null) {
                other = new NumberFound(said, outcome, known, statement);
            }
        }
        return other;
    }

    /** "Six hours a week; sites with one shift three and a half": the unit is left out the second time. */
    private boolean bare(Quantity said, Quantity known) {
        if (said.counts() || said.range() || !known.counts() || !known.nouns().isEmpty() || known.weak()) {
            return false;
        }
        var written = Quantities.in(said.span().of(claim.text()).replaceAll("[^\\d.,]+$", ""));
        return known.about() && written.size() == 1 && written.getFirst().low() == known.low();
    }

    /** The number beside it that the sentence gives in its place. */
    private static Quantity other(Quantity known, Statement statement) {
        return statement.quantities().stream()
                .filter(one -> one != known && one.dimension().equals(known.dimension()))
                .findFirst()
                .orElse(known);
    }

    /** Where a sentence speaks of several products, a number belongs to the one that stands nearest to it. */
    private boolean ofProduct(Quantity said, Quantity known, Statement statement) {
        long named = products.stream()
                .filter(product -> statement.text().contains(product))
                .count();
        var nearest = nearest(known, statement.text(), products);
        if (claim.products().isEmpty() || named < 2 || nearest == null) {
            return true;
        }
        var own = claim.products().size() < 2 || JOINED.matcher(claim.text()).find()
                ? null
                : nearest(said, claim.text(), claim.products());
        return own == null ? claim.products().contains(nearest) : own.equals(nearest);
    }

    /** The product that is named nearest to a number, by its name or the last word of it. */
    private static @Nullable String nearest(Quantity number, String text, List<String> among) {
        @Nullable String nearest = null;
        int distance = Integer.MAX_VALUE;
        for (var product : among) {
            var last = product.substring(product.lastIndexOf(' ') + 1);
            var name = text.contains(product) ? product : last;
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                int away = number.span().distanceTo(new Span(at, at + name.length()));
                if (away < distance) {
                    distance = away;
                    nearest = product;
                }
            }
        }
        return nearest;
    }

    /** What is said of a product does not hold for an edition of it, where the entry tells of that as well. */
    private boolean ofEdition(Statement statement) {
        return claim.names().stream()
                .map(Names.Name::written)
                .filter(name -> products.stream().anyMatch(product -> name.startsWith(product + " ")))
                .allMatch(name -> statement.text().contains(name)
                        || statements.stream().noneMatch(other -> other.text().contains(name)));
    }

    /** Numbers of the entry that other numbers of the claim say; each answers one. */
    private Set<Quantity> taken(Quantity said) {
        var out = new HashSet<Quantity>();
        for (var another : claim.quantities()) {
            if (another == said) {
                continue;
            }
            for (var statement : statements) {
                for (var known : statement.quantities()) {
                    if (CompareQuantities.of(another, known) == Outcome.SAME) {
                        out.add(known);
                    }
                }
            }
        }
        return out;
    }

    /** The same number of things that are called otherwise: "seventeen people" for "17 operators". */
    private NumberFound named(Quantity said) {
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            if (scores.get(i).words() < ABOUT_IT) {
                continue;
            }
            for (var known : statement.quantities()) {
                if (CompareQuantities.sameValue(said, known)
                        && ofProduct(said, known, statement)
                        && ofEdition(statement)) {
                    return new NumberFound(said, Outcome.SAME, known, statement);
                }
            }
        }
        return new NumberFound(said, Outcome.APART, null, null);
    }
}
