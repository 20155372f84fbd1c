package dev.windrose.records.duplicates.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How much a word tells: a rare one much, a common one little. Learned from the values themselves. */
final class WordWeights {

    private final Map<String, Double> weights = new HashMap<>();
    private final double unknown;

    WordWeights(Collection<List<String>> values) {
        var counts = new HashMap<String, Integer>();
        for (var words : values) {
            for (var word : new HashSet<>(words)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        double all = Math.max(2, values.size());
        counts.forEach((word, count) -> weights.put(word, Math.log(1 + all / count)));
        unknown = Math.log(1 + all);
    }

    /** Of a workspace whose words nobody has counted: forms of companies tell little. */
    static WordWeights usual() {
        var usual = new WordWeights(List.of());
        List.of(
                        "incorporated",
                        "corporation",
                        "company",
                        "limited",
                        "gmbh",
                        "ag",
                        "llc",
                        "group",
                        "holding",
                        "the",
                        "and",
                        "of",
                        "de")
                .forEach(word -> usual.weights.put(word, 0.2));
        return usual;
    }

    double of(String word) {
        return weights.getOrDefault(word, unknown);
    }

    double most() {
        return unknown;
    }

    double sum(Collection<String> words) {
        return words.stream().mapToDouble(this::of).sum();
    }

    /** Cosine of the two sets of words. */
    double cosine(Collection<String> a, Collection<String> b) {
        var one = new HashSet<>(a);
        var other = new HashSet<>(b);
        double shared = 0;
        double left = 0;
        double right = 0;
        for (var word : one) {
            double weight = of(word) * of(word);
            left += weight;
            shared += other.contains(word) ? weight : 0;
        }
        for (var word : other) {
            right += of(word) * of(word);
        }
        return left == 0 || right == 0 ? 0 : shared / Math.sqrt(left * right);
    }

    /** Weighted share of the words of the first that the second has, in nearly the same spelling too. */
    double covered(Collection<String> a, Collection<String> b) {
        double sum = 0;
        double found = 0;
        for (var word : a) {
            double weight = of(word);
            sum += weight;
            found += weight * best(word, b);
        }
        return sum == 0 ? 0 : found / sum;
    }

    private static double best(String word, Collection<String> others) {
        if (others.contains(word)) {
            return 1;
        }
        double best = 0;
        if (word.length() > 2 && !Words.hasDigit(word)) {
            for (var other : others) {
                boolean similar =
                        other.length() > 2 && Math.abs(other.length() - word.length()) <= word.length() / 3 + 1;
                double near = similar ? Spelling.jaroWinkler(word, other) : 0;
                best = near > 0.88 && near > best ? near : best;
            }
        }
        return best * best;
    }
}
