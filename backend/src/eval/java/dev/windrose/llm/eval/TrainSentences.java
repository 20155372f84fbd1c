package dev.windrose.llm.eval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.heads.HeadFile;
import dev.windrose.llm.heads.LabelledSentence;
import dev.windrose.llm.heads.LearnSentences;
import dev.windrose.llm.heads.SentenceLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Learns the heads of sentences from the product's own ones, says how well they do on sentences not seen, and writes them. */
public final class TrainSentences {

    private TrainSentences() {}

    /** Arguments: the file to write. */
    public static void main(String... arguments) throws IOException {
        var embeddings = new Embeddings();
        var result = LearnSentences.from(LabelledSentence.all(), embeddings);
        try (var out = Files.newOutputStream(Path.of(arguments[0]))) {
            HeadFile.write(result.learned(), out);
        }
        System.out.printf(
                "%d sentences, %d bytes%n%-32s %5s   at 0.5: precision recall   at 0.8: precision recall%n",
                result.sentences().size(), Files.size(Path.of(arguments[0])), "label", "count");
        for (var label : SentenceLabels.ALL) {
            print(result, label);
        }
        open(result);
        embeddings.destroy();
        System.exit(0);
    }

    private static void print(LearnSentences.Result result, String label) {
        int count = (int) result.sentences().stream()
                .filter(one -> one.labels().contains(label))
                .count();
        if (count > 0) {
            System.out.printf(
                    "%-32s %5d %s %s%n", label, count, scores(result, label, 0.5), scores(result, label, 0.8));
        }
    }

    private static String scores(LearnSentences.Result result, String label, double least) {
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (int i = 0; i < result.apart().size(); i++) {
            boolean holds = result.sentences().get(i).labels().contains(label);
            boolean told = result.apart().get(i).probabilities().getOrDefault(label, 0.0) >= least;
            wanted += holds ? 1 : 0;
            found += told ? 1 : 0;
            right += holds && told ? 1 : 0;
        }
        return "%18.2f %6.2f".formatted(found == 0 ? 0 : (double) right / found, (double) right / Math.max(1, wanted));
    }

    private static void open(LearnSentences.Result result) {
        int known = 0;
        int kept = 0;
        int strange = 0;
        int refused = 0;
        for (int i = 0; i < result.apart().size(); i++) {
            Cues cues = result.apart().get(i);
            boolean oos = result.sentences().get(i).labels().contains("oos");
            strange += oos ? 1 : 0;
            refused += oos && !cues.known() ? 1 : 0;
            boolean scope = !oos && !result.sentences().get(i).labels().contains("intent:none");
            known += scope ? 1 : 0;
            kept += scope && cues.known() ? 1 : 0;
        }
        System.out.printf(
                "%d of %d known sentences kept, %d of %d strange ones turned away%n", kept, known, refused, strange);
    }
}
