package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Grows one tree on gradients, after Friedman (2001), with the second order and the shrinkage of Chen and Guestrin (2016). */
final class GrowTree {

    private static final int DEPTH = 5;
    private static final double LEAST = 1.5;
    private static final double CALM = 2;

    private final Bins bins;
    private final double[] gradient;
    private final double[] curvature;
    private final int[] features;
    private final double rate;
    private final List<Node> nodes = new ArrayList<>();

    private static final class Node {
        int feature = -1;
        double bound;
        boolean missingLeft;
        int left;
        int right;
        double value;
    }

    private record Split(int feature, int bin, boolean missingLeft, double gain) {}

    GrowTree(Bins bins, double[] gradient, double[] curvature, double share, double rate, SplittableRandom random) {
        this.bins = bins;
        this.gradient = gradient;
        this.curvature = curvature;
        this.rate = rate;
        this.features = java.util.stream.IntStream.range(0, bins.of.length)
                .filter(_ -> random.nextDouble() < share)
                .toArray();
    }

    Tree of(int[] rows) {
        grow(rows, 0);
        int size = nodes.size();
        var tree = new Tree(
                new int[size], new double[size], new boolean[size], new int[size], new int[size], new double[size]);
        for (int i = 0; i < size; i++) {
            var node = nodes.get(i);
            tree.feature()[i] = node.feature;
            tree.bound()[i] = node.bound;
            tree.missingLeft()[i] = node.missingLeft;
            tree.left()[i] = node.left;
            tree.right()[i] = node.right;
            tree.value()[i] = node.value;
        }
        return tree;
    }

    private int grow(int[] rows, int depth) {
        var node = new Node();
        int at = nodes.size();
        nodes.add(node);
        double slope = 0;
        double bend = 0;
        for (int row : rows) {
            slope += gradient[row];
            bend += curvature[row];
        }
        var split = depth < DEPTH ? best(rows, slope, bend) : null;
        if (split == null) {
            node.value = -rate * slope / (bend + CALM);
            return at;
        }
        node.feature = split.feature();
        node.bound = bins.bounds[split.feature()][split.bin() - 1];
        node.missingLeft = split.missingLeft();
        node.left = grow(Arrays.stream(rows).filter(row -> goesLeft(split, row)).toArray(), depth + 1);
        node.right =
                grow(Arrays.stream(rows).filter(row -> !goesLeft(split, row)).toArray(), depth + 1);
        return at;
    }

    private boolean goesLeft(Split split, int row) {
        int bin = bins.of[split.feature()][row];
        return bin == Bins.MISSING ? split.missingLeft() : bin <= split.bin();
    }

    private Split best(int[] rows, double slope, double bend) {
        Split best = null;
        double before = slope * slope / (bend + CALM);
        for (int feature : features) {
            int count = bins.bounds[feature].length + 2;
            var slopes = new double[count];
            var bends = new double[count];
            var of = bins.of[feature];
            for (int row : rows) {
                slopes[of[row]] += gradient[row];
                bends[of[row]] += curvature[row];
            }
            for (int missing = 0; missing < (bends[0] > 0 ? 2 : 1); missing++) {
                double left = missing == 1 ? slopes[0] : 0;
                double weight = missing == 1 ? bends[0] : 0;
                for (int bin = 1; bin < count - 1; bin++) {
                    left += slopes[bin];
                    weight += bends[bin];
                    if (weight >= LEAST && bend - weight >= LEAST) {
                        double right = slope - left;
                        double gain = left * left / (weight + CALM) + right * right / (bend - weight + CALM) - before;
                        if (gain > 1e-3 && (best == null || gain > best.gain())) {
                            best = new Split(feature, bin, missing == 1, gain);
                        }
                    }
                }
            }
        }
        return best;
    }
}
