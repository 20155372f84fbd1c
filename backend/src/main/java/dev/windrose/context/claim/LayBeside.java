package dev.windrose.context.claim;

import dev.windrose.context.claim.CompareQuantities.Outcome;
import dev.windrose.context.claim.Match.NumberFound;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Lays a claim beside an entry: which words, names and numbers of it the entry says, and what it says otherwise. */
final class LayBeside {

    /** How much a number, a name and a product tell, beside words, whose weight is by how rare they are. */
    private static final double NUMBER = 4;

    private static final double NAME = 5;
    private static final double PRODUCT = 4;
    /** The title counts for each sentence below it, though less. */
    private static final double BY_TITLE = 0.7;

    private static final Pattern ALL =
            Pattern.compile("\\b(?:all|alle[nr]?) (?:of )?(?:its |the |our |their |these )?$");

    private final ClaimText claim;
    private final Library library;
    private final Shelf shelf;
    private final List<Score> scores;
    private final int nearest;

    /** How well one sentence of an entry fits. */
    record Score(double words, double meaning) {}

    private LayBeside(ClaimText claim, Library library, Library.Candidate candidate) {
        this.claim = claim;
        this.library = library;
        this.shelf = candidate.shelf();
        this.scores = scores(candidate.vector());
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (sum(scores.get(i)) > sum(scores.get(best))) {
                best = i;
            }
        }
        this.nearest = best;
    }

    static Match of(ClaimText claim, Library library, Library.Candidate candidate) {
        return new LayBeside(claim, library, candidate).match();
    }

    private static double sum(Score score) {
        return score.words() + score.meaning();
    }

    private Match match() {
        var statement = shelf.statements().get(nearest);
        var numbers = numbers();
        var names = new CheckNames(library.known(), shelf);
        var strange = new ArrayList<>(names.strange(claim));
        strange.addAll(names.elsewhere(claim, scores));
        var said = shelf.source().title() + " " + statement.text();
        boolean universal = Scope.universal(claim.text()) && !Scope.universal(said);
        return new Match(
                shelf.source(),
                statement,
                share(numbers, strange, true),
                share(numbers, strange, false),
                scores.stream().mapToDouble(Score::words).max().orElse(0),
                scores.stream().mapToDouble(Score::meaning).max().orElse(0),
                numbers,
                strange,
                names.others(claim, scores),
                names.otherCustomer(claim),
                names.unnamedCustomer(claim),
                names.otherProduct(claim),
                Turn.of(claim, shelf, statement, scores.get(nearest).meaning()),
                universal && (Scope.partial(said) || names.unnamedCustomer(claim))
                        || allOfPart()
                        || Scope.exclusive(claim.text()) && !Scope.exclusive(said),
                Scope.superlative(claim.text()) && !Scope.superlative(said));
    }

    /** "At all of its 60 sites" while the entry also counts fewer of them. */
    private boolean allOfPart() {
        var folded = Fold.inPlace(claim.text());
        return claim.quantities().stream()
                .filter(said -> said.counts()
                        && ALL.matcher(folded.substring(0, said.span().start())).find())
                .anyMatch(said -> shelf.statements().stream()
                        .flatMap(statement -> statement.quantities().stream())
                        .anyMatch(other -> other.counts()
                                && other.low() < said.low()
                                && (said.nouns().isEmpty() || !Collections.disjoint(said.nouns(), other.nouns()))));
    }

    private List<NumberFound> numbers() {
        var find = new FindNumber(
                claim, shelf.statements(), scores, library.known().products());
        var out = new ArrayList<NumberFound>();
        claim.quantities().forEach(quantity -> out.add(find.of(quantity)));
        return List.copyOf(out);
    }

    /** @param all also what stands against the claim counts as not said; otherwise it is left out of the reckoning */
    private double share(List<NumberFound> numbers, List<Names.Name> strange, boolean all) {
        double whole = 0;
        double said = 0;
        for (var word : claim.words()) {
            double weight = library.weight(word.stem());
            whole += weight;
            said += weight * library.says(shelf, word.stem());
        }
        for (var number : numbers) {
            boolean same = number.outcome() == Outcome.SAME;
            boolean counts = !number.said().weak() && (all || number.outcome() != Outcome.OTHER);
            whole += counts ? NUMBER : 0;
            said += counts && same ? NUMBER : 0;
        }
        for (var name : claim.names()) {
            boolean product = library.known().product(name.written()).isPresent();
            boolean known = !strange.contains(name) && (!product || ofProduct(name));
            double weight = product ? PRODUCT : NAME;
            whole += all || known || product ? weight : 0;
            said += known ? weight : 0;
        }
        return whole == 0 ? 0 : said / whole;
    }

    private boolean ofProduct(Names.Name name) {
        return shelf.folded().contains(" " + Fold.words(name.written()) + " ");
    }

    private List<Score> scores(float[] vector) {
        var out = new ArrayList<Score>();
        boolean asked = shelf.source().title().strip().endsWith("?");
        var vectors = shelf.vectors(library.vectors());
        for (int i = 0; i < shelf.statements().size(); i++) {
            var statement = shelf.statements().get(i);
            double whole = 0;
            double said = 0;
            for (var word : claim.words()) {
                double weight = library.weight(word.stem());
                whole += weight;
                said += weight
                        * Math.max(
                                library.best(word.stem(), statement.stems()),
                                (asked && i == 1 ? 1 : BY_TITLE) * library.best(word.stem(), statement.context()));
            }
            double named = 0;
            for (var product : claim.products()) {
                named += statement.text().contains(product) ? 0.1 : 0;
            }
            out.add(new Score((whole == 0 ? 0 : said / whole) + named, Embeddings.similarity(vector, vectors.get(i))));
        }
        return out;
    }
}
