package dev.windrose.context.claim;

import dev.windrose.llm.Embeddings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that claims may stand on, looked up by words first and by meaning among what the words have found. */
final class Library {

    private static final int BY_WORDS = 24;
    private static final int CANDIDATES = 12;
    /** Verbs that go with everything. */
    private static final Set<String> LIGHT = Stream.of(
                    "take",
                    "use",
                    "work",
                    "run",
                    "need",
                    "give",
                    "show",
                    "put",
                    "say",
                    "keep",
                    "hold",
                    "bring",
                    "become",
                    "want",
                    "help",
                    "allow",
                    "include",
                    "mean",
                    "turn",
                    "start",
                    "stand",
                    "like",
                    "look",
                    "thing",
                    "something",
                    "way",
                    "time",
                    "new",
                    "own")
            .map(Stems::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final double FAINT = 0.4;
    private static final double NAME = 4;
    private static final double MEASURED = 0.15;
    /** Where a claim has few words, that all of them are said tells little. */
    private static final double FEW = 2;

    private final List<Shelf> shelves;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<String, Map<String, Double>> related = new HashMap<>();
    private final Known known;
    private final Function<String, float[]> vectors;
    private final int statements;

    Library(
            List<Shelf> shelves,
            String own,
            List<String> products,
            List<String> companies,
            Function<String, float[]> vectors) {
        this.shelves = shelves;
        this.vectors = vectors;
        for (var shelf : shelves) {
            Statement.frequencies(shelf.statements())
                    .forEach((stem, times) -> frequency.merge(stem, times, Integer::sum));
            shelf.stems().forEach(stem -> frequency.putIfAbsent(stem, 1));
        }
        this.statements =
                shelves.stream().mapToInt(shelf -> shelf.statements().size()).sum();
        this.known = Known.of(own, products, companies, ordinary());
    }

    Known known() {
        return known;
    }

    Function<String, float[]> vectors() {
        return vectors;
    }

    /** Words that stand in small letters somewhere are no names. */
    private Set<String> ordinary() {
        var out = new HashSet<String>();
        for (var shelf : shelves) {
            for (var statement : shelf.statements()) {
                for (var word : statement.words()) {
                    if (!word.capital()) {
                        out.add(word.plain());
                    }
                }
            }
        }
        return out;
    }

    /** How much a word tells: rare ones more. */
    double weight(String stem) {
        int times = frequency.getOrDefault(stem, 0);
        double told = Math.log(1 + (statements + 1d) / (times + 0.5));
        return LIGHT.contains(stem) ? told * FAINT : told;
    }

    /** The entries nearest to a claim by words and by meaning, nearest first. */
    List<Candidate> nearest(ClaimText claim) {
        var vector = vectors.apply(claim.text());
        var scored = new ArrayList<Candidate>();
        for (var shelf : shelves) {
            scored.add(new Candidate(shelf, covered(claim, shelf), 0, vector));
        }
        scored.sort(Comparator.comparingDouble(Candidate::words).reversed());
        return scored.stream()
                .limit(BY_WORDS)
                .map(one -> new Candidate(one.shelf(), one.words(), closest(vector, one.shelf()), vector))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .limit(CANDIDATES)
                .toList();
    }

    private double closest(float[] vector, Shelf shelf) {
        double closest = 0;
        for (var one : shelf.vectors(vectors)) {
            closest = Math.max(closest, Embeddings.similarity(vector, one));
        }
        return closest;
    }

    private double covered(ClaimText claim, Shelf shelf) {
        double sum = 0;
        double said = 0;
        for (var stem : claim.stems()) {
            double weight = weight(stem);
            sum += weight;
            said += weight * says(shelf, stem);
        }
        double extra = measured(claim, shelf) ? MEASURED : 0;
        for (var name : claim.names()) {
            sum += NAME;
            said += shelf.folded().contains(" " + name.folded() + " ") ? NAME : 0;
        }
        return said / (sum + FEW) + extra;
    }

    /** The entry knows a figure of a rarer measure that the claim names, as a pressure. */
    private static boolean measured(ClaimText claim, Shelf shelf) {
        return claim.quantities().stream()
                .map(Quantity::dimension)
                .filter(dimension -> !dimension.equals("count") && !dimension.equals("year"))
                .anyMatch(dimension -> shelf.dimensions().contains(dimension));
    }

    /** How well an entry says a word: 1 for itself, 0 for not at all. */
    double says(Shelf shelf, String stem) {
        return best(stem, shelf.stems());
    }

    double best(String stem, Set<String> among) {
        if (among.contains(stem)) {
            return 1;
        }
        double best = 0;
        for (var other : related(stem).entrySet()) {
            if (other.getValue() > best && among.contains(other.getKey())) {
                best = other.getValue();
            }
        }
        return best;
    }

    private Map<String, Double> related(String stem) {
        return related.computeIfAbsent(stem, one -> {
            var out = new HashMap<String, Double>();
            for (var other : frequency.keySet()) {
                double likeness = Lexicon.shipped().likeness(one, other);
                if (likeness > 0) {
                    out.put(other, likeness);
                }
            }
            return out;
        });
    }

    /** An entry that may speak of the claim. */
    record Candidate(Shelf shelf, double words, double closest, float[] vector) {
        double score() {
            return words + closest;
        }
    }
}
