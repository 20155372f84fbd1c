package dev.windrose.llm.eval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Features;
import dev.windrose.llm.heads.LayeredHead;
import dev.windrose.llm.heads.LearnHead;
import dev.windrose.llm.heads.LearnHead.Effort;
import dev.windrose.llm.heads.OpenSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How well 150 intents are told from each other, and sentences of none of them turned away, as the reader does it. */
public final class EvalIntents {

    private static final Effort EFFORT = new Effort(6, 128, 0.01f, 1);
    /** Every so many-th sentence of the training part is kept apart, and the line to unknown sentences drawn on it. */
    private static final int APART = 10;
    /** So many sentences of known intents may be turned away. */
    private static final double REFUSED = 0.05;

    private EvalIntents() {}

    private record One(Features features, int label) {}

    /**
     * @param right share of known sentences with the right intent that were not turned away
     * @param plain the same, had none been turned away
     * @param turnedAway share of unknown sentences that were turned away
     */
    public record Scores(int known, double right, double plain, int unknown, double turnedAway) {}

    /** Arguments: {@code --corpora FOLDER}. */
    public static void main(String... arguments) throws IOException {
        var embeddings = new Embeddings();
        var scores = of(Path.of(arguments[1]), embeddings);
        System.out.printf(
                "clinc150, %d sentences of 150 intents: %.3f right (wanted 0.88), %.3f before any is turned away%n",
                scores.known(), scores.right(), scores.plain());
        System.out.printf(
                "%d sentences of no intent: %.3f turned away (wanted 0.60)%n", scores.unknown(), scores.turnedAway());
        embeddings.destroy();
        System.exit(0);
    }

    public static Scores of(Path corpora, Embeddings embeddings) throws IOException {
        var data = JsonMapper.shared().readTree(Files.readString(corpora.resolve("clinc150/data_train_val.json")));
        var labels = new ArrayList<String>();
        data.get("train").forEach(pair -> {
            var label = pair.get(1).asString();
            if (!labels.contains(label)) {
                labels.add(label);
            }
        });
        var train = read(data.get("train"), labels, embeddings);
        var seen = IntStream.range(0, train.size())
                .filter(i -> i % APART != 0)
                .mapToObj(train::get)
                .toList();
        var apart = IntStream.range(0, train.size())
                .filter(i -> i % APART == 0)
                .mapToObj(i -> train.get(i).features())
                .toList();
        var features = seen.stream().map(One::features).toList();
        var which = seen.stream().mapToInt(One::label).toArray();
        var head = LearnHead.exclusive(labels, features, which, EFFORT);
        var known =
                OpenSet.of(features, bear(which, labels.size()), labels.size()).tuned(head, apart, REFUSED);
        var inScope = read(data.get("val"), labels, embeddings);
        var outOfScope = read(data.get("oos_val"), labels, embeddings);
        return new Scores(
                inScope.size(),
                share(inScope, one -> right(head, one) && known.knows(head, one.features())),
                share(inScope, one -> right(head, one)),
                outOfScope.size(),
                share(outOfScope, one -> !known.knows(head, one.features())));
    }

    private static boolean right(LayeredHead head, One one) {
        return LayeredHead.most(head.logits(one.features())) == one.label();
    }

    private static double share(List<One> all, Predicate<One> holds) {
        return (double) all.stream().filter(holds).count() / all.size();
    }

    private static boolean[][] bear(int[] which, int labels) {
        var out = new boolean[which.length][labels];
        IntStream.range(0, which.length).forEach(i -> out[i][which[i]] = true);
        return out;
    }

    private static List<One> read(JsonNode pairs, List<String> labels, Embeddings embeddings) {
        var out = new ArrayList<One>();
        for (var pair : pairs) {
            var text = pair.get(0).asString();
            out.add(new One(
                    Features.of(embeddings.state(text), text),
                    labels.indexOf(pair.get(1).asString())));
        }
        return out;
    }
}
