package dev.windrose.records.duplicates.matching;

import java.util.Arrays;
import java.util.TreeSet;

/** The values of each feature, cut at a few places that hold about as many of them. */
final class Bins {

    static final int MISSING = 0;
    private static final int MOST = 64;

    final double[][] bounds;
    final byte[][] of;

    Bins(double[][] rows) {
        int features = rows[0].length;
        bounds = new double[features][];
        of = new byte[features][rows.length];
        for (int feature = 0; feature < features; feature++) {
            bounds[feature] = bounds(rows, feature);
            for (int row = 0; row < rows.length; row++) {
                of[feature][row] = (byte) bin(bounds[feature], rows[row][feature]);
            }
        }
    }

    private static double[] bounds(double[][] rows, int feature) {
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> row[feature])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        var cuts = new TreeSet<Double>();
        for (int cut = 1; cut < MOST && values.length > 0; cut++) {
            int at = (int) ((long) values.length * cut / MOST);
            if (at > 0 && values[at - 1] < values[at]) {
                cuts.add((values[at - 1] + values[at]) / 2);
            } else if (values[at] > values[0]) {
                int lower = Arrays.binarySearch(values, Math.nextDown(values[at]));
                lower = lower < 0 ? -lower - 2 : lower;
                if (lower >= 0) {
                    cuts.add((values[lower] + values[at]) / 2);
                }
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int bin(double[] bounds, double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        int at = Arrays.binarySearch(bounds, value);
        return 1 + (at < 0 ? -at - 1 : at);
    }
}
