package dev.windrose.records.duplicates.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often a column agrees by chance once a rarer one does: two firms of one address have one city too, colleagues one domain and one
 * switchboard. Learned from the pairs that are not the same.
 */
final class Dependence {

    private static final double HELD = 4;
    private static final double CONTRADICTION = -3;
    private static final double SURELY_NOT = 2;

    private final Prepared rows;
    private final int[] order;
    private final double[][][] counts;

    /** Nothing is known to follow from anything. */
    Dependence(Prepared rows, double[][] chance) {
        this.rows = rows;
        this.order = IntStream.range(0, rows.columns())
                .boxed()
                .sorted(Comparator.comparingDouble(rows::sameByChance))
                .mapToInt(Integer::intValue)
                .toArray();
        this.counts = new double[rows.columns()][rows.columns()][];
        for (var given : counts) {
            Arrays.setAll(given, column -> scaled(chance[column]));
        }
    }

    private static double[] scaled(double[] chance) {
        return Arrays.stream(chance).map(value -> value * HELD).toArray();
    }

    void learn(List<RowPair> pairs, List<Agreement[]> levels, RowWeights weights) {
        for (int i = 0; i < levels.size(); i++) {
            var found = levels.get(i);
            if (weights.apart(pairs.get(i).a(), found) > SURELY_NOT || !contradicts(found, weights)) {
                continue;
            }
            for (int given = 0; given < found.length; given++) {
                if (follows(found[given], given) && seenWhole(pairs.get(i), given, found[given])) {
                    add(counts[given], found);
                }
            }
        }
        for (var given : counts) {
            for (var count : given) {
                double sum = Arrays.stream(count).sum();
                Arrays.setAll(count, level -> count[level] / sum);
            }
        }
    }

    /** A pair that merely lacks evidence may be the same after all. */
    private static boolean contradicts(Agreement[] found, RowWeights weights) {
        for (int column = 0; column < found.length; column++) {
            if (found[column] == Agreement.DIFFERENT && weights.different(column) < CONTRADICTION) {
                return true;
            }
        }
        return false;
    }

    private static void add(double[][] counts, Agreement[] found) {
        for (int column = 0; column < found.length; column++) {
            if (found[column].telling()) {
                counts[column][found[column].ordinal()]++;
            }
        }
    }

    private boolean follows(Agreement level, int column) {
        return level == Agreement.SAME || level == Agreement.PARTLY && rows.kind(column) == ColumnKind.EMAIL;
    }

    /** Of a common value only the pairs that are alike otherwise are candidates, which would mislead. */
    private boolean seenWhole(RowPair pair, int column, Agreement level) {
        return level != Agreement.SAME || rows.count(column, rows.value(pair.a(), column)) <= 20;
    }

    /** The chance of this agreement, by the rarer column that makes it most likely. */
    double chance(int column, Agreement[] levels) {
        int level = levels[column].ordinal();
        double most = 0;
        for (int given : order) {
            if (given == column) {
                break;
            }
            if (follows(levels[given], given)) {
                most = Math.max(most, counts[given][column][level]);
            }
        }
        return Math.max(most, 1e-9);
    }
}
