package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Learns a head with one hidden layer, some units left out at random each time. The same examples always give the same head. */
public final class LearnHead {

    private static final int BATCH = 32;
    private static final float RATE = 0.002f;
    /** Words are few among many places, so each counts for more than one dimension of a state. */
    private static final float WORDS = 6;
    /** Shares of the hidden units and of the values of states that are left out. */
    private static final float UNITS_OUT = 0.5f;

    /** So often a sentence is judged by its states alone: words are learned by heart too easily. */
    private static final float WORDS_OUT = 0.2f;

    private static final int[] NO_WORDS = {};
    private static final float VALUES_OUT = 0.25f;
    /** Labels are borne by few. */
    private static final float FIRST_GUESS = -3;

    private final List<Features> examples;
    private final float[][] wanted;
    private final boolean exclusive;
    private final Effort effort;
    private final int dense;
    private final int hidden;
    private final int labels;
    private final float[] mean;
    private final float[] spread;
    private final Weights inner;
    private final Weights outer;
    private final Weights lexicon;
    private final SplittableRandom chance = new SplittableRandom(11);
    private final float[] input;
    private final float[] units;
    private final float[] error;
    private final float[] back;

    private LearnHead(List<Features> examples, float[][] wanted, boolean exclusive, Effort effort) {
        this.examples = examples;
        this.wanted = wanted;
        this.exclusive = exclusive;
        this.effort = effort;
        this.dense = examples.getFirst().dense().length;
        this.hidden = effort.hidden();
        this.labels = wanted[0].length;
        this.mean = new float[dense];
        this.spread = new float[dense];
        this.inner = new Weights(dense + 1, hidden, effort.decay());
        this.outer = new Weights(hidden + 1, labels, effort.decay());
        this.lexicon = new Weights(Features.TABLE, labels, effort.decay());
        this.input = new float[BATCH * dense];
        this.units = new float[BATCH * hidden];
        this.error = new float[BATCH * labels];
        this.back = new float[BATCH * hidden];
    }

    /** One label an example. */
    public static LayeredHead exclusive(List<String> labels, List<Features> examples, int[] which, Effort effort) {
        var wanted = new float[which.length][labels.size()];
        IntStream.range(0, which.length).forEach(i -> wanted[i][which[i]] = 1);
        return new LearnHead(examples, wanted, true, effort).learn(labels);
    }

    /** Any number of labels an example. */
    public static LayeredHead several(List<String> labels, List<Features> examples, boolean[][] which, Effort effort) {
        var wanted = new float[which.length][labels.size()];
        for (int i = 0; i < which.length; i++) {
            for (int label = 0; label < wanted[i].length; label++) {
                wanted[i][label] = which[i][label] ? 1 : 0;
            }
        }
        return new LearnHead(examples, wanted, false, effort).learn(labels);
    }

    /**
     * @param hidden how many units the hidden layer has
     * @param decay how strongly weights are drawn to nothing
     * @param rare how much more an example counts for a label that it bears: labels are borne by few
     */
    public record Effort(int rounds, int hidden, float decay, float rare) {}

    private LayeredHead learn(List<String> names) {
        standardise();
        begin();
        var order = IntStream.range(0, examples.size()).toArray();
        var random = new Random(7);
        int steps = effort.rounds() * Math.ceilDiv(order.length, BATCH);
        int step = 0;
        for (int round = 0; round < effort.rounds(); round++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                pass(Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length)));
                float rate = RATE * (1 - (float) step++ / steps);
                inner.step(rate);
                outer.step(rate);
                lexicon.step(rate);
            }
        }
        return new LayeredHead(names, dense, plainInner(), plainOuter());
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
            spread[row] =
                    (float) Math.max(Math.sqrt(Math.max(squared / examples.size() - average * average, 0)), 0.005);
        }
    }

    private void begin() {
        var random = new Random(5);
        for (int i = 0; i < dense * hidden; i++) {
            inner.values[i] = (float) (random.nextGaussian() / Math.sqrt(dense));
        }
        for (int i = 0; i < hidden * labels; i++) {
            outer.values[i] = (float) (random.nextGaussian() * 0.5 / Math.sqrt(hidden));
        }
        Arrays.fill(outer.values, outer.values.length - labels, outer.values.length, exclusive ? 0 : FIRST_GUESS);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void pass(int[] batch) {
        for (int i = 0; i < batch.length; i++) {
            load(examples.get(batch[i]).dense(), i);
            Arrays.fill(units, i * hidden, (i + 1) * hidden, 0);
            inner.add(dense, 1, units, i * hidden);
        }
        for (int row = 0; row < dense; row++) {
            for (int i = 0; i < batch.length; i++) {
                float value = input[i * dense + row];
                if (value != 0) {
                    inner.add(row, value, units, i * hidden);
                }
            }
        }
        for (int at = 0; at < batch.length * hidden; at++) {
            boolean left = chance.nextFloat() < UNITS_OUT;
            units[at] = left || units[at] < 0 ? 0 : units[at] / (1 - UNITS_OUT);
        }
        for (int i = 0; i < batch.length; i++) {
            judge(batch[i], i, 1f / batch.length);
            giveBack(i);
        }
        for (int row = 0; row < dense; row++) {
            for (int i = 0; i < batch.length; i++) {
                float value = input[i * dense + row];
                if (value != 0) {
                    inner.learn(row, value, back, i * hidden);
                }
            }
        }
    }

    private void load(float[] state, int place) {
        for (int row = 0; row < dense; row++) {
            boolean left = chance.nextFloat() < VALUES_OUT;
            input[place * dense + row] = left ? 0 : (state[row] - mean[row]) / spread[row] / (1 - VALUES_OUT);
        }
    }

    /** What the head says of an example, and how far that is off. */
    private void judge(int example, int place, float share) {
        var words = chance.nextFloat() < WORDS_OUT
                ? NO_WORDS
                : examples.get(example).words();
        float weight = examples.get(example).wordWeight() * WORDS;
        int into = place * labels;
        Arrays.fill(error, into, into + labels, 0);
        outer.add(hidden, 1, error, into);
        for (int unit = 0; unit < hidden; unit++) {
            if (units[place * hidden + unit] > 0) {
                outer.add(unit, units[place * hidden + unit], error, into);
            }
        }
        for (int word : words) {
            lexicon.add(word, weight, error, into);
        }
        squash(into);
        for (int label = 0; label < labels; label++) {
            float want = wanted[example][label];
            error[into + label] = (error[into + label] - want) * share * (want > 0 ? effort.rare() : 1);
        }
        outer.learn(hidden, 1, error, into);
        for (int word : words) {
            lexicon.learn(word, weight, error, into);
        }
    }

    private void giveBack(int place) {
        int from = place * labels;
        for (int unit = 0; unit < hidden; unit++) {
            float value = units[place * hidden + unit];
            back[place * hidden + unit] = value > 0 ? outer.product(unit, error, from) / (1 - UNITS_OUT) : 0;
            if (value > 0) {
                outer.learn(unit, value, error, from);
            }
        }
        inner.learn(dense, 1, back, place * hidden);
    }

    private void squash(int from) {
        if (!exclusive) {
            for (int at = from; at < from + labels; at++) {
                error[at] = (float) (1 / (1 + Math.exp(-error[at])));
            }
            return;
        }
        float most = error[from];
        for (int at = from; at < from + labels; at++) {
            most = Math.max(most, error[at]);
        }
        float sum = 0;
        for (int at = from; at < from + labels; at++) {
            error[at] = (float) Math.exp(error[at] - most);
            sum += error[at];
        }
        for (int at = from; at < from + labels; at++) {
            error[at] /= sum;
        }
    }

    /** Weights for states as they come, not standardised. */
    private float[] plainInner() {
        var out = inner.values.clone();
        for (int row = 0; row < dense; row++) {
            for (int unit = 0; unit < hidden; unit++) {
                out[row * hidden + unit] /= spread[row];
                out[dense * hidden + unit] -= out[row * hidden + unit] * mean[row];
            }
        }
        return out;
    }

    /** Hidden units, then words, then the offset. */
    private float[] plainOuter() {
        var out = new float[LayeredHead.outerRows(hidden) * labels];
        System.arraycopy(outer.values, 0, out, 0, hidden * labels);
        for (int i = 0; i < lexicon.values.length; i++) {
            out[hidden * labels + i] = lexicon.values[i] * WORDS;
        }
        System.arraycopy(outer.values, hidden * labels, out, out.length - labels, labels);
        return out;
    }
}
