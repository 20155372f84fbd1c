package dev.windrose.records.duplicates.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Learns from labelled pairs of two tables which other pairs tell of the same thing. */
public final class LearnPairs {

    private static final int FOLDS = 5;
    private static final int BAGS = 4;

    private final PairFeatures features;
    private final Forest forest;
    private final double bar;

    /** A row of either table, each counted from 0, and whether they are the same. */
    public record Labelled(int left, int right, boolean same) {}

    private LearnPairs(PairFeatures features, Forest forest, double bar) {
        this.features = features;
        this.forest = forest;
        this.bar = bar;
    }

    /** @param names of the columns that both tables have, in the order of the cells */
    public static LearnPairs of(
            List<String> names, List<List<String>> left, List<List<String>> right, List<Labelled> pairs) {
        var features = new PairFeatures(PairTables.of(names, left, right));
        var rows = pairs.stream()
                .map(pair -> features.of(pair.left(), pair.right()))
                .toArray(double[][]::new);
        var labels = new boolean[rows.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = pairs.get(i).same();
        }
        return new LearnPairs(features, Forest.learn(rows, labels, BAGS), bar(rows, labels));
    }

    /** From .5 on the two are judged the same. */
    public double score(int left, int right) {
        double likely = forest.likely(features.of(left, right));
        return likely >= bar ? 0.5 + 0.5 * (likely - bar) / (1 - bar) : 0.5 * likely / bar;
    }

    /** The bar that gives the best F1 on pairs that were not learned from. */
    private static double bar(double[][] rows, boolean[] labels) {
        var likely = new double[rows.length];
        IntStream.range(0, FOLDS).parallel().forEach(fold -> {
            int[] train = IntStream.range(0, rows.length)
                    .filter(row -> fold(row) != fold)
                    .toArray();
            var part = Arrays.stream(train).mapToObj(row -> rows[row]).toArray(double[][]::new);
            var known = new boolean[train.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = labels[train[i]];
            }
            var forest = Forest.learn(part, known, 1);
            IntStream.range(0, rows.length)
                    .filter(row -> fold(row) == fold)
                    .forEach(row -> likely[row] = forest.likely(rows[row]));
        });
        return best(likely, labels);
    }

    private static int fold(int row) {
        return (int) (row * 2654435761L >>> 7) % FOLDS;
    }

    /** In the middle of all bars that are nearly as good as the best: a single peak is luck. */
    private static double best(double[] likely, boolean[] labels) {
        var scores = new double[97];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = f1(likely, labels, bar(i));
        }
        double most = Arrays.stream(scores).max().orElse(0);
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] >= most - 0.004)
                .mapToDouble(LearnPairs::bar)
                .average()
                .orElse(0.5);
    }

    private static double bar(int step) {
        return 0.02 + step * 0.01;
    }

    private static double f1(double[] likely, boolean[] labels, double bar) {
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean judged = likely[i] >= bar;
            right += judged && labels[i] ? 2 : 0;
            wrong += judged != labels[i] ? 1 : 0;
        }
        return right + wrong == 0 ? 0 : (double) right / (right + wrong);
    }
}
