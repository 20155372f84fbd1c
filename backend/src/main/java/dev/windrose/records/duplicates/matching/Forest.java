package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Boosted trees for yes or no, several times with other draws and averaged. */
final class Forest {

    private static final int ROUNDS = 250;
    private static final double RATE = 0.06;
    private static final double ROWS = 0.7;
    private static final double FEATURES = 0.4;

    private final List<List<Tree>> bags = new ArrayList<>();
    private final double start;

    private Forest(double start) {
        this.start = start;
    }

    static Forest learn(double[][] rows, boolean[] labels, int bags) {
        long yes = IntStream.range(0, labels.length).filter(row -> labels[row]).count();
        double share = (yes + 0.5) / (labels.length + 1);
        var forest = new Forest(Math.log(share / (1 - share)));
        var bins = new Bins(rows);
        for (int bag = 0; bag < bags; bag++) {
            forest.bags.add(boost(rows, labels, bins, forest.start, new SplittableRandom(7 + bag)));
        }
        return forest;
    }

    private static List<Tree> boost(
            double[][] rows, boolean[] labels, Bins bins, double start, SplittableRandom random) {
        var trees = new ArrayList<Tree>();
        var scores = new double[rows.length];
        Arrays.fill(scores, start);
        var gradient = new double[rows.length];
        var curvature = new double[rows.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int row = 0; row < rows.length; row++) {
                double likely = sigmoid(scores[row]);
                gradient[row] = likely - (labels[row] ? 1 : 0);
                curvature[row] = Math.max(1e-6, likely * (1 - likely));
            }
            int[] drawn = IntStream.range(0, rows.length)
                    .filter(_ -> random.nextDouble() < ROWS)
                    .toArray();
            var tree = new GrowTree(bins, gradient, curvature, FEATURES, RATE, random).of(drawn);
            trees.add(tree);
            for (int row = 0; row < rows.length; row++) {
                scores[row] += tree.of(rows[row]);
            }
        }
        return trees;
    }

    double likely(double[] features) {
        double sum = 0;
        for (var trees : bags) {
            double score = start;
            for (var tree : trees) {
                score += tree.of(features);
            }
            sum += sigmoid(score);
        }
        return sum / bags.size();
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
