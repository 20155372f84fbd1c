package dev.windrose.records.duplicates.matching;

/** Evidence in bits that two rows tell of the same thing; above zero they rather do. */
final class RowWeights {

    private static final double MOST = 18;

    private final Prepared rows;
    private final CompareRows compare;
    private final double[][] bits;
    private final double[][] likely;
    private final double[] rare;
    private final Dependence dependence;
    private final double before;

    RowWeights(
            Prepared rows,
            CompareRows compare,
            double[][] likely,
            double[][] chance,
            Dependence dependence,
            double share) {
        this.rows = rows;
        this.compare = compare;
        this.likely = likely;
        this.dependence = dependence;
        this.before = log2(share / (1 - share));
        this.bits = new double[likely.length][Agreement.TELLING];
        this.rare = new double[likely.length];
        for (int column = 0; column < likely.length; column++) {
            for (int level = 0; level < Agreement.TELLING; level++) {
                bits[column][level] = log2(likely[column][level] / chance[column][level]);
            }
            rare[column] = log2(likely[column][0]);
        }
    }

    double bits(int a, int b) {
        return bits(a, compare.of(a, b));
    }

    double bits(int a, Agreement[] levels) {
        double sum = before;
        for (int column = 0; column < levels.length; column++) {
            sum += column(a, column, levels);
        }
        return sum;
    }

    /** What one column adds. Agreement on a rare value tells more than on a common one, and less where it follows from another column. */
    double column(int a, int column, Agreement[] levels) {
        var level = levels[column];
        if (!level.telling()) {
            return 0;
        }
        double found = alone(a, column, level);
        if (found > 0) {
            double follows = dependence.chance(column, levels);
            found = Math.max(0, Math.min(found, log2(likely[column][level.ordinal()] / follows)));
        }
        return found;
    }

    /** The evidence of all columns as if none followed from another. */
    double apart(int a, Agreement[] levels) {
        double sum = before;
        for (int column = 0; column < levels.length; column++) {
            sum += levels[column].telling() ? alone(a, column, levels[column]) : 0;
        }
        return sum;
    }

    private double alone(int a, int column, Agreement level) {
        double found =
                level == Agreement.SAME ? rare[column] - rows.commonBits(a, column) : bits[column][level.ordinal()];
        return Math.clamp(found, -MOST, MOST);
    }

    double different(int column) {
        return bits[column][Agreement.DIFFERENT.ordinal()];
    }

    static double likely(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
