package dev.windrose.llm.eval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Features;
import dev.windrose.llm.heads.LearnHead;
import dev.windrose.llm.heads.LearnHead.Effort;
import dev.windrose.llm.language.Fold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How well a head on the encoder tells lines of mail that ask for something, in five folds with equal lines in one fold. */
public final class EvalTasks {

    private static final int FOLDS = 5;
    private static final Effort EFFORT = new Effort(8, 64, 0.01f, 1);

    private EvalTasks() {}

    record Line(Features features, boolean asks, int fold) {}

    /** Counts of lines told rightly and wrongly. */
    public record Scores(int lines, int asking, int right, int found, int wanted) {

        public double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        public double recall() {
            return wanted == 0 ? 0 : (double) right / wanted;
        }

        public double f1() {
            return right == 0 ? 0 : 2.0 * right / (found + wanted);
        }
    }

    /** Arguments: {@code --corpora FOLDER}. */
    public static void main(String... arguments) throws IOException {
        var embeddings = new Embeddings();
        var scores = of(Path.of(arguments[1]), embeddings);
        System.out.printf(
                "email_intent, %d lines, five folds: precision %.3f, recall %.3f, F1 %.3f (wanted 0.75)%n",
                scores.lines(), scores.precision(), scores.recall(), scores.f1());
        embeddings.destroy();
        System.exit(0);
    }

    public static Scores of(Path corpora, Embeddings embeddings) throws IOException {
        var lines = lines(corpora, embeddings);
        int right = 0;
        int found = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int kept = fold;
            var seen = lines.stream().filter(line -> line.fold() != kept).toList();
            var head = LearnHead.several(
                    List.of("asks"),
                    seen.stream().map(Line::features).toList(),
                    seen.stream().map(line -> new boolean[] {line.asks()}).toArray(boolean[][]::new),
                    EFFORT);
            for (var line : lines) {
                if (line.fold() == fold && head.logits(line.features())[0] > 0) {
                    found++;
                    right += line.asks() ? 1 : 0;
                }
            }
        }
        int wanted = (int) lines.stream().filter(Line::asks).count();
        return new Scores(lines.size(), wanted, right, found, wanted);
    }

    private static List<Line> lines(Path corpora, Embeddings embeddings) throws IOException {
        var out = new ArrayList<Line>();
        var file = corpora.resolve("email_intent/train_Ask0729-fixed.txt");
        for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            int tab = line.indexOf('\t');
            if (tab > 0 && !line.substring(tab).isBlank()) {
                var text = line.substring(tab + 1).strip();
                out.add(new Line(
                        Features.of(embeddings.state(text), text),
                        line.substring(0, tab).equals("Yes"),
                        Math.floorMod(Fold.words(text).hashCode() * 31 >>> 3, FOLDS)));
            }
        }
        return out;
    }
}
