package dev.windrose.journeys.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whether two shares differ by more than chance would make them. */
public final class Proportions {

    /** Below so many a share is shown, but told apart as resting on little. */
    public static final int FEW = 30;

    private Proportions() {}

    /**
     * How likely a difference at least as large would be if both shares were the same: the two-sided test of two proportions with the pooled
     * standard error, {@code z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2))}. Source: NIST/SEMATECH e-Handbook of Statistical Methods, section
     * 7.3.3, "How can we determine whether two processes produce the same proportion of defectives?". Not a number where it does not hold: fewer
     * than five expected on one side.
     */
    public static double differ(long hits, long of, long otherHits, long ofOthers) {
        if (of <= 0 || ofOthers <= 0) {
            return Double.NaN;
        }
        double pooled = (hits + otherHits) / (double) (of + ofOthers);
        double least = Math.min(of, ofOthers) * Math.min(pooled, 1 - pooled);
        if (least < 5) {
            return Double.NaN;
        }
        double z = (hits / (double) of - otherHits / (double) ofOthers)
                / Math.sqrt(pooled * (1 - pooled) * (1.0 / of + 1.0 / ofOthers));
        return Math.min(1, 2 * upper(Math.abs(z)));
    }

    /**
     * The share of the standard normal distribution above z: Abramowitz and Stegun, Handbook of Mathematical Functions, formula 26.2.17, whose error
     * is below 7.5e-8.
     */
    static double upper(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return density
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }

    /** Probabilities of several tests made at once, raised so that one of them is wrong no more often than a single one: Holm (1979). */
    public static double[] together(double... alone) {
        var raised = alone.clone();
        var order = IntStream.range(0, alone.length)
                .filter(i -> !Double.isNaN(alone[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> alone[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double highest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            highest = Math.max(highest, Math.min(1, alone[order[rank]] * (order.length - rank)));
            raised[order[rank]] = highest;
        }
        return raised;
    }

    /**
     * Shares of groups drawn towards the share of all, the more the fewer a group has: the mean of a beta distribution whose spread is fitted by the
     * method of moments (Casella, An Introduction to Empirical Bayes Data Analysis, 1985).
     */
    public static double[] shrunk(long[] hits, long[] of) {
        long all = Arrays.stream(of).sum();
        double mean = all == 0 ? 0 : Arrays.stream(hits).sum() / (double) all;
        double between = 0;
        double within = 0;
        int groups = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] > 0) {
                between += of[i] * Math.pow(hits[i] / (double) of[i] - mean, 2);
                within += of[i] * (double) of[i];
                groups++;
            }
        }
        double noise = mean * (1 - mean);
        double room = all - (all == 0 ? 0 : within / all);
        double spread = groups < 2 || room <= 0 ? 0 : Math.max(0, (between - (groups - 1) * noise) / room);
        var drawn = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            double trust = spread == 0 || of[i] == 0 ? 0 : spread / (spread + noise / of[i]);
            drawn[i] = of[i] == 0 ? mean : mean + trust * (hits[i] / (double) of[i] - mean);
        }
        return drawn;
    }
}
