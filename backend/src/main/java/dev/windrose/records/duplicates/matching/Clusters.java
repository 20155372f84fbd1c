package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes judgements consistent: groups are joined while their rows, on average, rather are the same. */
final class Clusters {

    private static final int WIDE = 900;
    /** Below zero, because a pair already speaks for joining and rows that say little must not forbid it. */
    private static final double BAR = -2;

    private final RowWeights weights;
    private final Map<RowPair, Double> known = new HashMap<>();
    private final Map<Integer, List<Integer>> groups = new HashMap<>();

    Clusters(RowWeights weights) {
        this.weights = weights;
    }

    /** @param levels what the columns say of each candidate */
    List<ScoredPair> of(List<RowPair> candidates, List<Agreement[]> levels) {
        for (int i = 0; i < levels.size(); i++) {
            double bits = weights.bits(candidates.get(i).a(), levels.get(i));
            if (bits > -10) {
                known.put(candidates.get(i), bits);
            }
        }
        known.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<RowPair, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().a())
                        .thenComparing(entry -> entry.getKey().b()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(pair -> join(group(pair.a()), group(pair.b())));
        return pairs();
    }

    private List<Integer> group(int row) {
        return groups.computeIfAbsent(row, key -> new ArrayList<>(List.of(key)));
    }

    private void join(List<Integer> one, List<Integer> other) {
        if (one != other && one.size() * other.size() <= WIDE && average(one, other) > BAR) {
            one.addAll(other);
            other.forEach(row -> groups.put(row, one));
        }
    }

    private double average(List<Integer> one, List<Integer> other) {
        double sum = 0;
        for (int a : one) {
            for (int b : other) {
                sum += Math.clamp(bits(a, b), -12, 12);
            }
        }
        return sum / one.size() / other.size();
    }

    private double bits(int a, int b) {
        var pair = new RowPair(Math.min(a, b), Math.max(a, b));
        return known.computeIfAbsent(pair, key -> weights.bits(key.a(), key.b()));
    }

    private List<ScoredPair> pairs() {
        var pairs = new ArrayList<ScoredPair>();
        groups.values().stream().distinct().forEach(group -> {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    int a = Math.min(group.get(i), group.get(j));
                    int b = Math.max(group.get(i), group.get(j));
                    pairs.add(new ScoredPair(a, b, Math.max(.5, RowWeights.likely(bits(a, b)))));
                }
            }
        });
        pairs.sort(Comparator.comparingInt(ScoredPair::a).thenComparingInt(ScoredPair::b));
        return pairs;
    }
}
