package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Logistic regression by Adam with weights that decay. The same examples always give the same head. */
public final class LearnHead {

    private static final int BATCH = 32;
    private static final float RATE = 0.003f;
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;

    private final List<Features> examples;
    private final float[][] wanted;
    private final boolean exclusive;
    private final int dense;
    private final int labels;
    private final float[] mean;
    private final float[] spread;
    private final float[] weights;
    private final float[] momentum;
    private final float[] squares;
    private final float[] gradient;

    private LearnHead(List<Features> examples, float[][] wanted, boolean exclusive) {
        this.examples = examples;
        this.wanted = wanted;
        this.exclusive = exclusive;
        this.dense = examples.getFirst().dense().length;
        this.labels = wanted[0].length;
        this.mean = new float[dense];
        this.spread = new float[dense];
        int size = LinearHead.rows(dense) * labels;
        this.weights = new float[size];
        this.momentum = new float[size];
        this.squares = new float[size];
        this.gradient = new float[size];
    }

    /** One label an example. */
    public static LinearHead exclusive(List<String> labels, List<Features> examples, int[] which, Effort effort) {
        var wanted = new float[which.length][labels.size()];
        IntStream.range(0, which.length).forEach(i -> wanted[i][which[i]] = 1);
        return new LearnHead(examples, wanted, true).learn(labels, effort);
    }

    /** Any number of labels an example. */
    public static LinearHead several(List<String> labels, List<Features> examples, boolean[][] which, Effort effort) {
        var wanted = new float[which.length][labels.size()];
        for (int i = 0; i < which.length; i++) {
            for (int label = 0; label < wanted[i].length; label++) {
                wanted[i][label] = which[i][label] ? 1 : 0;
            }
        }
        return new LearnHead(examples, wanted, false).learn(labels, effort);
    }

    /**
     * @param decay how strongly weights are drawn to nothing
     * @param rare how much more an example counts for a label that it bears: labels are borne by few
     */
    public record Effort(int rounds, float decay, float rare) {

        public Effort(int rounds, float decay) {
            this(rounds, decay, 1);
        }
    }

    private LinearHead learn(List<String> names, Effort effort) {
        standardise();
        var order = IntStream.range(0, examples.size()).toArray();
        var random = new Random(7);
        int steps = effort.rounds() * Math.ceilDiv(order.length, BATCH);
        int step = 0;
        for (int round = 0; round < effort.rounds(); round++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                Arrays.fill(gradient, 0);
                int to = Math.min(from + BATCH, order.length);
                for (int i = from; i < to; i++) {
                    addGradient(order[i], 1f / (to - from), effort.rare());
                }
                step(++step, RATE * (1 - (step - 1f) / steps), effort.decay());
            }
        }
        return new LinearHead(names, dense, plain());
    }

    /** States have a dimension that hardly varies; dividing by its spread would make noise of it. */
    private void standardise() {
        for (int row = 0; row < dense; row++) {
            double sum = 0;
            double squared = 0;
            for (var example : examples) {
                sum += example.dense()[row];
                squared += (double) example.dense()[row] * example.dense()[row];
            }
            double average = sum / examples.size();
            mean[row] = (float) average;
            spread[row] = (float) Math.max(Math.sqrt(Math.max(squared / examples.size() - average * average, 0)), 0.01);
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void addGradient(int example, float share, float rare) {
        var features = examples.get(example);
        var state = new float[dense];
        for (int row = 0; row < dense; row++) {
            state[row] = (features.dense()[row] - mean[row]) / spread[row];
        }
        var error = Arrays.copyOfRange(weights, weights.length - labels, weights.length);
        for (int row = 0; row < dense; row++) {
            axpy(state[row], weights, row * labels, error, 0);
        }
        float weight = features.wordWeight() * WORDS;
        for (int place : features.words()) {
            axpy(weight, weights, (dense + place) * labels, error, 0);
        }
        squash(error);
        for (int label = 0; label < labels; label++) {
            error[label] = (error[label] - wanted[example][label]) * share * (wanted[example][label] > 0 ? rare : 1);
        }
        for (int row = 0; row < dense; row++) {
            axpy(state[row], error, 0, gradient, row * labels);
        }
        for (int place : features.words()) {
            axpy(weight, error, 0, gradient, (dense + place) * labels);
        }
        axpy(1, error, 0, gradient, weights.length - labels);
    }

    /** Words are few among many places, so each counts for more than one dimension of a state. */
    private static final float WORDS = 6;

    private void axpy(float factor, float[] from, int at, float[] to, int into) {
        for (int label = 0; label < labels; label++) {
            to[into + label] += factor * from[at + label];
        }
    }

    private void squash(float[] logits) {
        if (!exclusive) {
            for (int label = 0; label < labels; label++) {
                logits[label] = (float) (1 / (1 + Math.exp(-logits[label])));
            }
            return;
        }
        float most = logits[LinearHead.most(logits)];
        float sum = 0;
        for (int label = 0; label < labels; label++) {
            logits[label] = (float) Math.exp(logits[label] - most);
            sum += logits[label];
        }
        for (int label = 0; label < labels; label++) {
            logits[label] /= sum;
        }
    }

    private void step(int step, float rate, float decay) {
        float first = 1 / (1 - (float) Math.pow(FIRST, step));
        float second = 1 / (1 - (float) Math.pow(SECOND, step));
        int offset = weights.length - labels;
        for (int i = 0; i < weights.length; i++) {
            float slope = gradient[i];
            momentum[i] = FIRST * momentum[i] + (1 - FIRST) * slope;
            squares[i] = SECOND * squares[i] + (1 - SECOND) * slope * slope;
            float move = momentum[i] * first / ((float) Math.sqrt(squares[i] * second) + 1e-8f);
            weights[i] -= rate * (move + (i < offset ? decay * weights[i] : 0));
        }
    }

    /** Weights for states and words as they come, not standardised. */
    private float[] plain() {
        var out = weights.clone();
        int offset = out.length - labels;
        for (int row = 0; row < dense; row++) {
            for (int label = 0; label < labels; label++) {
                out[row * labels + label] /= spread[row];
                out[offset + label] -= out[row * labels + label] * mean[row];
            }
        }
        for (int i = dense * labels; i < offset; i++) {
            out[i] *= WORDS;
        }
        return out;
    }
}
