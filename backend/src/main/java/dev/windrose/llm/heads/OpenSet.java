package dev.windrose.llm.heads;

import java.util.Arrays;
import java.util.List;

/**
 * Tells whether a sentence is of a kind that the head has learned: by its highest logit, and by how far it is from the middle of the nearest
 * label. Both are put on one scale by sentences that were kept apart.
 */
public final class OpenSet {

    private static final int SCALES = 5;

    final float[][] middles;
    final float[] spread;
    /** Mean and spread of the logit, of the distance, and the least score that counts as known. */
    final float[] scale;

    OpenSet(float[][] middles, float[] spread, float[] scale) {
        this.middles = middles;
        this.spread = spread;
        this.scale = scale;
    }

    /**
     * @param which labels of each example
     * @param labels how many columns of the head count
     */
    public static OpenSet of(List<Features> examples, boolean[][] which, int labels) {
        int size = examples.getFirst().meaning().length;
        var middles = new float[labels][size];
        var counts = new int[labels];
        for (int i = 0; i < which.length; i++) {
            var meaning = examples.get(i).meaning();
            for (int label = 0; label < labels; label++) {
                if (which[i][label]) {
                    counts[label]++;
                    add(middles[label], meaning, 1);
                }
            }
        }
        for (int label = 0; label < labels; label++) {
            for (int at = 0; at < size; at++) {
                middles[label][at] /= Math.max(1, counts[label]);
            }
        }
        return new OpenSet(middles, spread(examples, which, middles), new float[SCALES]);
    }

    private static float[] spread(List<Features> examples, boolean[][] which, float[][] middles) {
        var sums = new double[middles[0].length];
        int count = 0;
        for (int i = 0; i < which.length; i++) {
            var meaning = examples.get(i).meaning();
            for (int label = 0; label < middles.length; label++) {
                if (which[i][label]) {
                    count++;
                    for (int at = 0; at < sums.length; at++) {
                        double away = meaning[at] - middles[label][at];
                        sums[at] += away * away;
                    }
                }
            }
        }
        var spread = new float[sums.length];
        for (int at = 0; at < sums.length; at++) {
            spread[at] = (float) Math.max(Math.sqrt(sums[at] / Math.max(1, count)), 0.005);
        }
        return spread;
    }

    private static void add(float[] to, float[] from, float factor) {
        for (int at = 0; at < to.length; at++) {
            to[at] += factor * from[at];
        }
    }

    /** @param refused the share of known sentences that may be taken for unknown ones */
    public OpenSet tuned(LayeredHead head, List<Features> apart, double refused) {
        var logits = new double[apart.size()];
        var nearness = new double[apart.size()];
        for (int i = 0; i < apart.size(); i++) {
            logits[i] = highest(head.logits(apart.get(i)));
            nearness[i] = nearness(apart.get(i));
        }
        var scale = new float[] {mean(logits), deviation(logits), mean(nearness), deviation(nearness), 0};
        var scaled = new OpenSet(middles, spread, scale);
        var scores = apart.stream()
                .mapToDouble(one -> scaled.score(head, one))
                .sorted()
                .toArray();
        scale[SCALES - 1] = (float) scores[(int) (refused * scores.length)];
        return scaled;
    }

    /** With the mean scale of sets that were tuned on parts. */
    OpenSet likeAll(HeadFile.Learned[] parts) {
        var mean = new float[SCALES];
        for (var part : parts) {
            add(mean, part.known().scale, 1f / parts.length);
        }
        return new OpenSet(middles, spread, mean);
    }

    public double score(LayeredHead head, Features features) {
        return score(head.logits(features), features);
    }

    private double score(float[] logits, Features features) {
        return (highest(logits) - scale[0]) / scale[1] + (nearness(features) - scale[2]) / scale[3];
    }

    public boolean knows(LayeredHead head, Features features) {
        return knows(head.logits(features), features);
    }

    boolean knows(float[] logits, Features features) {
        return score(logits, features) >= scale[SCALES - 1];
    }

    private float highest(float[] logits) {
        float most = logits[0];
        for (int label = 1; label < middles.length; label++) {
            most = Math.max(most, logits[label]);
        }
        return most;
    }

    private double nearness(Features features) {
        var meaning = features.meaning();
        double nearest = Double.POSITIVE_INFINITY;
        for (var middle : middles) {
            double sum = 0;
            for (int at = 0; at < meaning.length; at++) {
                double away = (meaning[at] - middle[at]) / spread[at];
                sum += away * away;
            }
            nearest = Math.min(nearest, sum);
        }
        return -Math.sqrt(nearest);
    }

    private static float mean(double[] values) {
        return (float) Arrays.stream(values).average().orElse(0);
    }

    private static float deviation(double[] values) {
        double mean = mean(values);
        return (float) Math.max(
                Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElse(0)),
                1e-6);
    }
}
