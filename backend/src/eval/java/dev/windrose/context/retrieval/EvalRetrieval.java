package dev.windrose.context.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many questions find an entry that answers them: by words, by meaning, and by both. */
public final class EvalRetrieval {

    private static final int FEW = 5;
    private static final int MORE = 10;

    private EvalRetrieval() {}

    /** @param answers paths of entries, any of which answers; empty where none does */
    record Labelled(String id, String question, List<String> answers) {}

    /** Shares of the questions, and the mean of one over the rank. */
    record Scores(int questions, double first, double few, double more, double reciprocal) {}

    /** Arguments: {@code --questions FILE --context FOLDER [--show]}. */
    public static void main(String... arguments) throws IOException {
        Path questions = Path.of(option(arguments, "--questions"));
        boolean show = List.of(arguments).contains("--show");
        var labelled = read(questions);
        try (var index = new ExampleIndex(Path.of(option(arguments, "--context")))) {
            System.out.printf(
                    Locale.ROOT,
                    "%d questions, %d of which have an answer, over %d passages%n",
                    labelled.size(),
                    labelled.stream().filter(each -> !each.answers().isEmpty()).count(),
                    index.size());
            System.out.println("| found by | recall@1 | recall@5 | recall@10 | mean reciprocal rank |");
            System.out.println("|---|---|---|---|---|");
            for (var ways : Retrieve.Ways.values()) {
                var scores = scores(index, labelled, ways, show && ways == Retrieve.Ways.BOTH);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.3f | %.3f | %.3f | %.3f |%n",
                        ways.name().toLowerCase(Locale.ROOT),
                        scores.first(),
                        scores.few(),
                        scores.more(),
                        scores.reciprocal());
            }
            answers(index, labelled);
        }
    }

    static List<Labelled> read(Path file) throws IOException {
        var labelled = new ArrayList<Labelled>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                var json = JsonMapper.shared().readTree(line);
                labelled.add(new Labelled(
                        json.path("id").asString(),
                        json.path("question").asString(),
                        json.path("answers")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
            }
        }
        return labelled;
    }

    static Scores scores(ExampleIndex index, List<Labelled> labelled, Retrieve.Ways ways, boolean show) {
        int asked = 0;
        int first = 0;
        int few = 0;
        int more = 0;
        double reciprocal = 0;
        for (var each : labelled) {
            if (each.answers().isEmpty()) {
                continue;
            }
            asked++;
            var found = index.find(each.question(), ways);
            int rank = 0;
            while (rank < found.size()
                    && !each.answers().contains(index.path(found.get(rank).chunk()))) {
                rank++;
            }
            boolean none = rank == found.size();
            first += !none && rank == 0 ? 1 : 0;
            few += !none && rank < FEW ? 1 : 0;
            more += !none && rank < MORE ? 1 : 0;
            reciprocal += none ? 0 : 1.0 / (rank + 1);
            if (show && (none || rank >= FEW)) {
                System.out.printf(
                        "%s %s -> %s at %s%n", each.id(), each.question(), each.answers(), none ? "-" : rank + 1);
                found.stream()
                        .limit(FEW)
                        .forEach(one -> System.out.printf(
                                Locale.ROOT,
                                "    %s words %s meaning %s%n",
                                index.path(one.chunk()),
                                one.score().wordsRank(),
                                one.score().meaningRank()));
            }
        }
        double all = Math.max(1, asked);
        return new Scores(asked, first / all, few / all, more / all, reciprocal / all);
    }

    /** What would be quoted to each question, if anything. */
    private static void answers(ExampleIndex index, List<Labelled> labelled) {
        int right = 0;
        int other = 0;
        int nothing = 0;
        int invented = 0;
        int silent = 0;
        for (var each : labelled) {
            var quoted = index.find(each.question(), Retrieve.Ways.BOTH).stream()
                    .limit(FEW)
                    .filter(found -> fits(index, each.question(), found))
                    .findFirst()
                    .map(found -> index.path(found.chunk()));
            if (each.answers().isEmpty()) {
                invented += quoted.isPresent() ? 1 : 0;
                silent += quoted.isPresent() ? 0 : 1;
            } else if (quoted.isEmpty()) {
                nothing++;
            } else if (each.answers().contains(quoted.get())) {
                right++;
            } else {
                other++;
            }
        }
        System.out.printf(
                "Quoted: %d an entry that answers, %d another one, %d nothing; where no entry answers: %d nothing, %d an entry%n",
                right, other, nothing, silent, invented);
    }

    private static boolean fits(ExampleIndex index, String question, FuseScores.Fused found) {
        var chunk = index.chunk(found.chunk());
        var meaning = found.score().meaning();
        double share = AnswerFromContext.share(
                ChunkWords.asked(question), WordsAlike.of(question), chunk.heading() + "\n" + chunk.text());
        return AnswerFromContext.fit(meaning == null ? 0 : meaning, share) >= AnswerFromContext.FITS;
    }

    private static String option(String[] arguments, String name) {
        int at = List.of(arguments).indexOf(name);
        if (at < 0 || at + 1 >= arguments.length) {
            throw new IllegalArgumentException("The option %s is missing.".formatted(name));
        }
        return arguments[at + 1];
    }
}
