package dev.windrose.records.duplicates.matching;

import java.util.Arrays;
import java.util.List;

/**
 * The weights of agreement, learned from a list without labels. How often values agree by chance comes from random pairs; how often they
 * agree where rows are the same comes from expectation maximisation, held near what is expected of the kind.
 */
final class LearnWeights {

    private static final int ROUNDS = 25;
    private static final int RANDOM_PAIRS = 40_000;
    private static final double HELD = 20;
    private static final double FLOOR = 1e-5;

    private final Prepared rows;
    private final CompareRows compare;
    private final double[][] chance;

    LearnWeights(Prepared rows, CompareRows compare) {
        this.rows = rows;
        this.compare = compare;
        this.chance = byChance();
    }

    private double[][] byChance() {
        var counts = new double[rows.columns()][Agreement.TELLING];
        for (var pair : Candidates.sample(rows.size(), RANDOM_PAIRS)) {
            var found = compare.of(pair.a(), pair.b());
            for (int column = 0; column < found.length; column++) {
                if (found[column].telling()) {
                    counts[column][found[column].ordinal()]++;
                }
            }
        }
        for (int column = 0; column < counts.length; column++) {
            chance(counts[column], rows.sameByChance(column));
        }
        return counts;
    }

    /** Agreement that no random pair showed may still happen. */
    private static void chance(double[] counts, double same) {
        counts[0] = 0;
        double sum = Arrays.stream(counts).sum() + 1;
        for (int level = 1; level < counts.length; level++) {
            counts[level] = Math.max(FLOOR, (counts[level] + (level == counts.length - 1 ? 1 : 0)) / sum * (1 - same));
        }
        counts[0] = Math.max(FLOOR / 10, same);
    }

    /** @param levels what the columns say of each candidate */
    RowWeights of(List<RowPair> candidates, List<Agreement[]> levels) {
        double pairs = rows.size() * (rows.size() - 1.0) / 2;
        var none = new Dependence(rows, chance);
        var weights = new RowWeights(rows, compare, expected(), chance, none, Math.min(.1, rows.size() * .1 / pairs));
        for (int round = 0; round < ROUNDS; round++) {
            weights = next(weights, candidates, levels, pairs);
        }
        return weights;
    }

    private double[][] expected() {
        var expected = new double[rows.columns()][];
        for (int column = 0; column < expected.length; column++) {
            expected[column] = Expectations.matching(rows.kind(column));
        }
        return expected;
    }

    private RowWeights next(RowWeights weights, List<RowPair> candidates, List<Agreement[]> levels, double pairs) {
        var counts = expected();
        for (var count : counts) {
            Arrays.setAll(count, level -> count[level] * HELD);
        }
        double matches = 1;
        var same = new double[levels.size()];
        for (int i = 0; i < levels.size(); i++) {
            var pair = candidates.get(i);
            same[i] = RowWeights.likely(weights.bits(pair.a(), levels.get(i)));
            if (same[i] > 1e-4) {
                matches += same[i];
                add(counts, levels.get(i), same[i]);
            }
        }
        for (var count : counts) {
            double sum = Arrays.stream(count).sum();
            Arrays.setAll(count, level -> count[level] / sum);
        }
        var dependence = new Dependence(rows, chance);
        dependence.learn(candidates, levels, weights);
        return new RowWeights(rows, compare, counts, chance, dependence, Math.min(.2, matches / pairs));
    }

    private static void add(double[][] counts, Agreement[] levels, double same) {
        for (int column = 0; column < levels.length; column++) {
            if (levels[column].telling()) {
                counts[column][levels[column].ordinal()] += same;
            }
        }
    }
}
