package dev.windrose.llm.language;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Learns to tag names from labelled ones: a perceptron over whole sequences, averaged over its rounds (Collins 2002). */
public final class LearnNames {

    private static final int ROUNDS = 10;
    /** What is learned depends on the order of the examples, so several are averaged. */
    private static final int ORDERS = 6;

    private final NameModel now = new NameModel();
    private final NameModel learned = new NameModel();
    private final Map<String, float[]> sums = new HashMap<>();
    private final float[][] sumsAfter = new float[NameModel.TAGS + 1][NameModel.TAGS + 1];
    private int step;

    private LearnNames() {}

    private record Example(List<List<String>> features, int[] tags) {}

    public static ParseName from(List<List<NamePart>> names) {
        return new ParseName(new LearnNames().learn(names));
    }

    /** Learns and writes what was learned. */
    public static void write(List<List<NamePart>> names, OutputStream out) throws IOException {
        new LearnNames().learn(names).write(out);
    }

    private NameModel learn(List<List<NamePart>> names) {
        var examples = new ArrayList<Example>();
        var alone = new HashMap<String, float[]>();
        for (var name : names) {
            var features = NameFeatures.of(name.stream().map(NamePart::word).toList());
            var tags = name.stream().mapToInt(part -> part.tag().ordinal()).toArray();
            if (NameModel.alone(features)) {
                alone.computeIfAbsent(features.getFirst().getFirst(), _ -> new float[NameModel.TAGS])[tags[0]]++;
            } else {
                examples.add(new Example(features, tags));
            }
        }
        for (int order = 0; order < ORDERS; order++) {
            forget();
            rounds(examples, new Random(order));
            addAverage();
        }
        learned.weights.putAll(alone);
        return learned;
    }

    private void forget() {
        now.weights.clear();
        sums.clear();
        step = 0;
        for (int i = 0; i <= NameModel.TAGS; i++) {
            Arrays.fill(now.after[i], 0);
            Arrays.fill(sumsAfter[i], 0);
        }
    }

    private void rounds(List<Example> examples, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(examples, random);
            for (var example : examples) {
                step++;
                var found = now.tags(example.features);
                if (!Arrays.equals(found, example.tags)) {
                    add(example.features, example.tags, 1);
                    add(example.features, found, -1);
                }
            }
        }
    }

    private void add(List<List<String>> features, int[] tags, float by) {
        int before = NameModel.START;
        for (int i = 0; i < tags.length; i++) {
            for (var feature : features.get(i)) {
                now.weights.computeIfAbsent(feature, _ -> new float[NameModel.TAGS])[tags[i]] += by;
                sums.computeIfAbsent(feature, _ -> new float[NameModel.TAGS])[tags[i]] += by * step;
            }
            now.after[before][tags[i]] += by;
            sumsAfter[before][tags[i]] += by * step;
            before = tags[i];
        }
        now.after[before][NameModel.TAGS] += by;
        sumsAfter[before][NameModel.TAGS] += by * step;
    }

    private void addAverage() {
        now.weights.forEach((feature, values) -> add(
                learned.weights.computeIfAbsent(feature, _ -> new float[NameModel.TAGS]),
                values,
                Objects.requireNonNull(sums.get(feature))));
        for (int i = 0; i <= NameModel.TAGS; i++) {
            add(learned.after[i], now.after[i], sumsAfter[i]);
        }
    }

    private void add(float[] to, float[] values, float[] summed) {
        for (int i = 0; i < values.length; i++) {
            to[i] += (values[i] - summed[i] / (step + 1)) / ORDERS;
        }
    }
}
