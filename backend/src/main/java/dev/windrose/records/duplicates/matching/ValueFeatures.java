package dev.windrose.records.duplicates.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is told of two values of one column, as numbers a learner can weigh. */
final class ValueFeatures {

    static final int COUNT = 18;
    private static final int LONG = 80;

    private ValueFeatures() {}

    static void into(double[] out, int at, Value a, Value b, ColumnKind kind, WordWeights weights) {
        boolean missing = a.missing() || b.missing();
        out[at] = (a.missing() ? 1 : 0) + (b.missing() ? 1 : 0);
        if (missing) {
            for (int i = 1; i < COUNT; i++) {
                out[at + i] = Double.NaN;
            }
            return;
        }
        boolean shortText = a.text().length() <= LONG && b.text().length() <= LONG;
        out[at + 1] = CompareValues.of(a, b, kind, weights).ordinal();
        out[at + 2] = a.key().equals(b.key()) ? 1 : 0;
        out[at + 3] = shortText ? Spelling.jaroWinkler(a.text(), b.text()) : Double.NaN;
        out[at + 4] = shortText ? Spelling.editSimilarity(a.text(), b.text()) : Double.NaN;
        out[at + 5] = Spelling.trigrams(a.key(), b.key());
        out[at + 6] = weights.cosine(a.words(), b.words());
        out[at + 7] = weights.covered(a.words(), b.words());
        out[at + 8] = weights.covered(b.words(), a.words());
        out[at + 9] = jaccard(a.words(), b.words());
        words(out, at + 10, a.words(), b.words(), weights);
        numbers(out, at + 13, a.numbers(), b.numbers());
        double one = Amounts.value(a.raw());
        double other = Amounts.value(b.raw());
        out[at + 16] =
                kind == ColumnKind.NUMBER || kind == ColumnKind.CODE ? Amounts.difference(one, other) : Double.NaN;
        out[at + 17] = (double) Math.min(a.text().length(), b.text().length())
                / Math.max(a.text().length(), b.text().length());
    }

    /** The rarest word that both have, and that only one has. */
    static void words(double[] out, int at, List<String> a, List<String> b, WordWeights weights) {
        var one = Set.copyOf(a);
        var other = Set.copyOf(b);
        out[at] = most(one, other, true, weights);
        out[at + 1] = most(one, other, false, weights);
        out[at + 2] = most(other, one, false, weights);
    }

    private static double most(Set<String> words, Set<String> others, boolean shared, WordWeights weights) {
        return words.stream()
                .filter(word -> others.contains(word) == shared)
                .mapToDouble(weights::of)
                .max()
                .orElse(0);
    }

    /** How many figures both have, and whether each has one that the other lacks. */
    static void numbers(double[] out, int at, List<String> a, List<String> b) {
        var one = Set.copyOf(a);
        var other = Set.copyOf(b);
        long shared = one.stream().filter(other::contains).count();
        out[at] = one.isEmpty() || other.isEmpty() ? Double.NaN : (double) shared / Math.min(one.size(), other.size());
        out[at + 1] = Math.min(one.size() - shared, other.size() - shared);
        out[at + 2] = shared;
    }

    static double jaccard(Collection<String> a, Collection<String> b) {
        var all = new HashSet<>(a);
        all.addAll(b);
        var shared = new HashSet<>(a);
        shared.retainAll(Set.copyOf(b));
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }
}
