package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a pair stands among all that its rows could be paired with: the best of its rivals on either side. */
final class Rivals {

    private static final double COMMON = 0.2;
    private static final int KEPT = 20;

    private final Map<String, List<Integer>> rowsOf = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();
    private final float[] lengths;
    private final WordWeights weights;
    private final int left;
    private final Map<Integer, Best> known = new HashMap<>();

    /** The rows of the other table that are most similar to one, the best first. */
    private record Best(int[] rows, float[] similarities) {}

    Rivals(List<List<String>> words, int left) {
        this.left = left;
        this.weights = new WordWeights(words);
        this.lengths = new float[words.size()];
        for (int row = 0; row < words.size(); row++) {
            var own = new HashSet<>(words.get(row));
            this.words.add(own);
            double sum = 0;
            for (var word : own) {
                sum += weights.of(word) * weights.of(word);
                rowsOf.computeIfAbsent(word, _ -> new ArrayList<>()).add(row);
            }
            lengths[row] = (float) Math.sqrt(sum);
        }
    }

    WordWeights weights() {
        return weights;
    }

    /** Similarity, its lead over the best rival of either row, and the rank among the rivals of either. */
    void into(double[] out, int at, int a, int b) {
        float own = similarity(a, b);
        out[at] = own;
        against(out, at + 1, own, best(a), b);
        against(out, at + 2, own, best(b), a);
    }

    private static void against(double[] out, int at, float own, Best best, int but) {
        int better = 0;
        float rival = 0;
        for (int i = 0; i < best.rows.length; i++) {
            if (best.rows[i] != but) {
                rival = Math.max(rival, best.similarities[i]);
                better += best.similarities[i] > own + 1e-6 ? 1 : 0;
            }
        }
        out[at] = own - rival;
        out[at + 2] = better;
    }

    private float similarity(int a, int b) {
        float sum = 0;
        for (var word : words.get(a)) {
            if (words.get(b).contains(word) && tells(word)) {
                sum += weight(word);
            }
        }
        return sum == 0 ? 0 : sum / (lengths[a] * lengths[b]);
    }

    /** Words of most rows would make everything a rival of everything. */
    private boolean tells(String word) {
        return rowsOf.getOrDefault(word, List.of()).size() < Math.max(50, words.size() * COMMON);
    }

    private float weight(String word) {
        return (float) (weights.of(word) * weights.of(word));
    }

    private Best best(int row) {
        return known.computeIfAbsent(row, _ -> {
            var sums = new HashMap<Integer, Float>();
            for (var word : words.get(row)) {
                if (tells(word)) {
                    rowsOf.get(word).stream()
                            .filter(other -> other < left != row < left)
                            .forEach(other -> sums.merge(other, weight(word), Float::sum));
                }
            }
            sums.replaceAll((other, sum) -> sum / (lengths[row] * lengths[other]));
            var best = sums.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Float>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry::getKey))
                    .limit(KEPT)
                    .toList();
            var similarities = new float[best.size()];
            for (int i = 0; i < similarities.length; i++) {
                similarities[i] = best.get(i).getValue();
            }
            return new Best(best.stream().mapToInt(Map.Entry::getKey).toArray(), similarities);
        });
    }
}
