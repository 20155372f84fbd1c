package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Makes probabilities of logits: a slope and a shift for each label, learned from sentences that the head has not seen (Platt 1999). */
final class Calibrate {

    private static final int ROUNDS = 30;
    /** Draws the slope to one and the shift to zero where examples are few. */
    private static final double CAUTION = 0.5;

    /** So many right ones are asked for before a label is trusted. */
    private static final int FEW = 5;

    private static final float NEVER = 2;

    private Calibrate() {}

    static void set(LayeredHead head, float[][] logits, boolean[][] holds) {
        for (int label = 0; label < head.labels.size(); label++) {
            var line = line(logits, holds, label);
            head.slope[label] = (float) line[0];
            head.shift[label] = (float) line[1];
        }
    }

    /** As another head of the same labels was. */
    static void set(LayeredHead head, LayeredHead like) {
        System.arraycopy(like.slope, 0, head.slope, 0, head.slope.length);
        System.arraycopy(like.shift, 0, head.shift, 0, head.shift.length);
        System.arraycopy(like.least, 0, head.least, 0, head.least.length);
    }

    /** From which probability on a label was right as often as wanted. Where too few tell, never. */
    static void trust(LayeredHead head, float[][] logits, boolean[][] holds) {
        for (int label = 0; label < head.labels.size(); label++) {
            int column = label;
            var order = IntStream.range(0, logits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -logits[i][column]))
                    .toList();
            Arrays.fill(head.least[label], NEVER);
            int right = 0;
            for (int found = 1; found <= order.size(); found++) {
                int last = order.get(found - 1);
                right += holds[last][label] ? 1 : 0;
                for (var trust : Trust.values()) {
                    if (right >= FEW && (right + 0.5) / (found + 1) >= trust.precision()) {
                        head.least[label][trust.ordinal()] = (float) head.probabilities(logits[last])[label];
                    }
                }
            }
        }
    }

    /** Newton's method on two parameters. */
    private static double[] line(float[][] logits, boolean[][] holds, int label) {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double bySlope = CAUTION * (slope - 1);
            double byShift = CAUTION * shift * 0.1;
            double both = 0;
            double slopes = CAUTION;
            double shifts = CAUTION * 0.1;
            for (int i = 0; i < logits.length; i++) {
                double x = logits[i][label];
                double guess = 1 / (1 + Math.exp(-(slope * x + shift)));
                double error = guess - (holds[i][label] ? 1 : 0);
                double weight = Math.max(guess * (1 - guess), 1e-6);
                bySlope += error * x;
                byShift += error;
                slopes += weight * x * x;
                both += weight * x;
                shifts += weight;
            }
            double determinant = slopes * shifts - both * both;
            double stepSlope = (shifts * bySlope - both * byShift) / determinant;
            double stepShift = (slopes * byShift - both * bySlope) / determinant;
            slope = Math.clamp(slope - Math.clamp(stepSlope, -0.5, 0.5), 0.05, 3);
            shift -= Math.clamp(stepShift, -1, 1);
        }
        return new double[] {slope, shift};
    }
}
