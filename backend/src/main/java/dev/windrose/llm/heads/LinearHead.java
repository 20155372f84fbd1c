package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.List;

/** A linear head with calibrated probabilities: rows of weights for the states, the words and the offset, one column a label. */
public final class LinearHead {

    final List<String> labels;
    final int dense;
    final float[] weights;
    /** What makes of a logit one that is a probability's. */
    final float[] slope;

    final float[] shift;

    LinearHead(List<String> labels, int dense, float[] weights) {
        this.labels = List.copyOf(labels);
        this.dense = dense;
        this.weights = weights;
        this.slope = new float[labels.size()];
        this.shift = new float[labels.size()];
        Arrays.fill(slope, 1);
    }

    static int rows(int dense) {
        return dense + Features.TABLE + 1;
    }

    public List<String> labels() {
        return labels;
    }

    public float[] logits(Features features) {
        int count = labels.size();
        var out = Arrays.copyOfRange(weights, (rows(dense) - 1) * count, rows(dense) * count);
        for (int row = 0; row < dense; row++) {
            add(out, row, features.dense()[row]);
        }
        float weight = features.wordWeight();
        for (int place : features.words()) {
            add(out, dense + place, weight);
        }
        return out;
    }

    private void add(float[] out, int row, float value) {
        int from = row * out.length;
        for (int label = 0; label < out.length; label++) {
            out[label] += value * weights[from + label];
        }
    }

    /** Each label by itself: a sentence may bear several. */
    public double[] probabilities(Features features) {
        var logits = logits(features);
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
