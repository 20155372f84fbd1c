package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.List;

/**
 * A head with one hidden layer over the states, and the words of the sentence beside it. Its logits become probabilities, and for each
 * label it knows from where on it is right as often as wanted.
 */
public final class LayeredHead {

    final List<String> labels;
    final int dense;
    final int hidden;
    /** A row of hidden units for each value of the states, and one for the offset. */
    final float[] inner;
    /** A row of labels for each hidden unit, for each place of a word, and one for the offset. */
    final float[] outer;
    /** What makes of a logit one that is a probability's. */
    final float[] slope;

    final float[] shift;
    /** The least probability of each label for each {@link Trust}. */
    final float[][] least;

    LayeredHead(List<String> labels, int dense, float[] inner, float[] outer) {
        this.labels = List.copyOf(labels);
        this.dense = dense;
        this.hidden = inner.length / (dense + 1);
        this.inner = inner;
        this.outer = outer;
        this.slope = new float[labels.size()];
        this.shift = new float[labels.size()];
        this.least = new float[labels.size()][Trust.values().length];
        Arrays.fill(slope, 1);
    }

    static int outerRows(int hidden) {
        return hidden + Features.TABLE + 1;
    }

    public List<String> labels() {
        return labels;
    }

    public float[] logits(Features features) {
        var units = Arrays.copyOfRange(inner, dense * hidden, (dense + 1) * hidden);
        for (int row = 0; row < dense; row++) {
            add(units, inner, row, features.dense()[row]);
        }
        int count = labels.size();
        var out = Arrays.copyOfRange(outer, outer.length - count, outer.length);
        for (int unit = 0; unit < hidden; unit++) {
            if (units[unit] > 0) {
                add(out, outer, unit, units[unit]);
            }
        }
        float weight = features.wordWeight();
        for (int place : features.words()) {
            add(out, outer, hidden + place, weight);
        }
        return out;
    }

    private static void add(float[] to, float[] rows, int row, float factor) {
        int from = row * to.length;
        for (int at = 0; at < to.length; at++) {
            to[at] += factor * rows[from + at];
        }
    }

    /** Each label by itself: a sentence may bear several. */
    public double[] probabilities(Features features) {
        return probabilities(logits(features));
    }

    double[] probabilities(float[] logits) {
        var out = new double[logits.length];
        for (int label = 0; label < out.length; label++) {
            out[label] = 1 / (1 + Math.exp(-(slope[label] * logits[label] + shift[label])));
        }
        return out;
    }

    public static int most(float[] logits) {
        int best = 0;
        for (int label = 1; label < logits.length; label++) {
            best = logits[label] > logits[best] ? label : best;
        }
        return best;
    }
}
