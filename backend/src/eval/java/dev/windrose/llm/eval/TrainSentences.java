package dev.windrose.llm.eval;

import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.heads.Features;
import dev.windrose.llm.heads.HeadFile;
import dev.windrose.llm.heads.LabelledSentence;
import dev.windrose.llm.heads.LearnSentences;
import dev.windrose.llm.heads.SentenceHeads;
import dev.windrose.llm.heads.SentenceLabels;
import dev.windrose.llm.heads.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns the heads of sentences from the product's own ones, writes them, and says how well they do on sentences kept for measuring. */
public final class TrainSentences {

    private TrainSentences() {}

    /** Arguments: the file to write, or {@code -} to measure only, and a folder of sentences that nothing is learned from. */
    public static void main(String... arguments) throws IOException {
        var embeddings = new Embeddings();
        var model = Path.of(arguments[0]);
        if (!arguments[0].equals("-")) {
            var result = LearnSentences.from(LabelledSentence.all(), embeddings);
            try (var out = Files.newOutputStream(model)) {
                HeadFile.write(result.learned(), out);
            }
            System.out.printf(
                    "learned from %d sentences, %d bytes%n", result.sentences().size(), Files.size(model));
        }
        var held = held(Path.of(arguments[1]));
        var cues = judge(arguments[0].equals("-") ? null : model, held, embeddings);
        print(held, cues);
        open(held, cues);
        embeddings.destroy();
        System.exit(0);
    }

    private static List<LabelledSentence> held(Path folder) throws IOException {
        var out = new ArrayList<LabelledSentence>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                out.addAll(LabelledSentence.in(file));
            }
        }
        return out;
    }

    private static List<Cues> judge(@Nullable Path model, List<LabelledSentence> held, Embeddings embeddings)
            throws IOException {
        if (model == null) {
            var shipped = new SentenceHeads(embeddings);
            return held.stream().map(one -> shipped.of(one.text())).toList();
        }
        try (var in = Files.newInputStream(model)) {
            var learned = HeadFile.read(in);
            return held.stream()
                    .map(one -> SentenceHeads.cues(learned, Features.of(embeddings.state(one.text()), one.text())))
                    .toList();
        }
    }

    private static void print(List<LabelledSentence> held, List<Cues> cues) {
        System.out.printf("%d sentences kept for measuring%n%-32s %5s %5s", held.size(), "label", "count", "AP");
        for (var trust : Trust.values()) {
            System.out.printf("  %-4s: P    R ", trust);
        }
        System.out.println();
        var groups = new TreeMap<String, List<double[]>>();
        for (var label : SentenceLabels.ALL) {
            var holds = held.stream().map(one -> one.labels().contains(label)).toList();
            int count = (int) holds.stream().filter(holding -> holding).count();
            if (count > 0) {
                var counts = counts(label, holds, cues);
                System.out.printf("%-32s %5d %5.2f%s%n", label, count, precision(label, holds, cues), told(counts));
                groups.computeIfAbsent(label.split(":")[0], _ -> new ArrayList<>())
                        .add(counts);
            }
        }
        groups.forEach((group, all) -> System.out.printf("%-32s %11s%s%n", "all of " + group, "", told(sum(all))));
        System.out.printf(
                "%-32s %11s%s%n",
                "all",
                "",
                told(sum(groups.values().stream().flatMap(List::stream).toList())));
    }

    /** Wanted, and for each trust found and right. */
    private static double[] counts(String label, List<Boolean> holds, List<Cues> cues) {
        var out = new double[1 + 2 * Trust.values().length];
        for (int i = 0; i < holds.size(); i++) {
            out[0] += holds.get(i) ? 1 : 0;
            for (var trust : Trust.values()) {
                if (cues.get(i).trusts(label, trust)) {
                    out[1 + 2 * trust.ordinal()]++;
                    out[2 + 2 * trust.ordinal()] += holds.get(i) ? 1 : 0;
                }
            }
        }
        return out;
    }

    private static double[] sum(List<double[]> all) {
        var out = new double[all.getFirst().length];
        all.forEach(one -> IntStream.range(0, out.length).forEach(i -> out[i] += one[i]));
        return out;
    }

    private static String told(double[] counts) {
        var out = new StringBuilder();
        for (int at = 1; at < counts.length; at += 2) {
            out.append("%9.2f %5.2f".formatted(counts[at + 1] / Math.max(1, counts[at]), counts[at + 1] / counts[0]));
        }
        return out.toString();
    }

    /** Average precision: of a perfect order it is one. */
    private static double precision(String label, List<Boolean> holds, List<Cues> cues) {
        var order = IntStream.range(0, holds.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -cues.get(i).probabilities().getOrDefault(label, 0.0)))
                .toList();
        double sum = 0;
        int right = 0;
        for (int found = 1; found <= order.size(); found++) {
            if (holds.get(order.get(found - 1))) {
                sum += (double) ++right / found;
            }
        }
        return sum / right;
    }

    private static void open(List<LabelledSentence> held, List<Cues> cues) {
        int known = 0;
        int kept = 0;
        int strange = 0;
        int refused = 0;
        for (int i = 0; i < held.size(); i++) {
            boolean oos = held.get(i).labels().contains("oos");
            strange += oos ? 1 : 0;
            refused += oos && !cues.get(i).known() ? 1 : 0;
            boolean scope = !oos && !held.get(i).labels().contains("intent:none");
            known += scope ? 1 : 0;
            kept += scope && cues.get(i).known() ? 1 : 0;
        }
        System.out.printf(
                "%d of %d known sentences kept, %d of %d strange ones turned away%n", kept, known, refused, strange);
    }
}
