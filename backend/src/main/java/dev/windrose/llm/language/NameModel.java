package dev.windrose.llm.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Weights of features for each tag, and of each tag after another; the best sequence is found after Viterbi. */
final class NameModel {

    static final int TAGS = NameTag.values().length;
    /** Stands before the first word. */
    static final int START = TAGS;

    private static final float FAINT = 0.05f;

    final Map<String, float[]> weights = new HashMap<>();
    final float[][] after = new float[TAGS + 1][TAGS + 1];

    /** A single known word has no neighbours to weigh. */
    static boolean alone(List<List<String>> features) {
        return features.size() == 1 && features.getFirst().getFirst().startsWith(NameFeatures.ALONE);
    }

    int[] tags(List<List<String>> features) {
        if (alone(features)) {
            return new int[] {most(scores(features.getFirst()))};
        }
        int count = features.size();
        var best = new float[count][TAGS];
        var from = new int[count][TAGS];
        for (int i = 0; i < count; i++) {
            var own = scores(features.get(i));
            for (int tag = 0; tag < TAGS; tag++) {
                int before = START;
                float most = i == 0 ? after[START][tag] : Float.NEGATIVE_INFINITY;
                for (int other = 0; i > 0 && other < TAGS; other++) {
                    float found = best[i - 1][other] + after[other][tag];
                    if (found > most) {
                        most = found;
                        before = other;
                    }
                }
                best[i][tag] = most + own[tag] + (i == count - 1 ? after[tag][TAGS] : 0);
                from[i][tag] = before;
            }
        }
        return backwards(best, from);
    }

    private static int[] backwards(float[][] best, int[][] from) {
        var tags = new int[best.length];
        int tag = best.length == 0 ? 0 : most(best[best.length - 1]);
        for (int i = best.length - 1; i >= 0; i--) {
            tags[i] = tag;
            tag = from[i][tag];
        }
        return tags;
    }

    private static int most(float[] scores) {
        int tag = 0;
        for (int other = 1; other < scores.length; other++) {
            tag = scores[other] > scores[tag] ? other : tag;
        }
        return tag;
    }

    private float[] scores(List<String> features) {
        var scores = new float[TAGS];
        for (var feature : features) {
            var found = weights.get(feature);
            for (int tag = 0; found != null && tag < TAGS; tag++) {
                scores[tag] += found[tag];
            }
        }
        return scores;
    }

    void write(OutputStream out) throws IOException {
        try (var zipped = new GZIPOutputStream(out)) {
            var text = new StringBuilder();
            for (int i = 0; i <= TAGS; i++) {
                line(text, "", after[i]);
            }
            new TreeMap<>(weights).forEach((feature, values) -> {
                boolean tells = false;
                for (float value : values) {
                    tells |= Math.abs(value) >= FAINT;
                }
                if (tells) {
                    line(text, feature, values);
                }
            });
            zipped.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void line(StringBuilder text, String feature, float[] values) {
        var cells = new ArrayList<String>();
        cells.add(feature);
        for (float value : values) {
            cells.add(Math.abs(value) < FAINT ? "" : String.valueOf(Math.round(value * 100)));
        }
        text.append(String.join("\t", cells)).append('\n');
    }

    static NameModel read(InputStream in) throws IOException {
        var model = new NameModel();
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            int row = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine(), row++) {
                var cells = line.split("\t", -1);
                var values = new float[cells.length - 1];
                for (int i = 0; i < values.length; i++) {
                    values[i] = cells[i + 1].isEmpty() ? 0 : Integer.parseInt(cells[i + 1]) / 100f;
                }
                if (row <= TAGS) {
                    model.after[row] = Arrays.copyOf(values, TAGS + 1);
                } else {
                    model.weights.put(cells[0], values);
                }
            }
        }
        return model;
    }
}
