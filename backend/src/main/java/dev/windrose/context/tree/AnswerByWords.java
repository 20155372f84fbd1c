package dev.windrose.context.tree;

import dev.windrose.context.tree.AccountFit.Answer;
import dev.windrose.records.RecordData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds messages that may answer an objection: they share words with it, or with what objections of its kind are about. */
final class AnswerByWords {

    private static final int MOST = 3;
    private static final double ENOUGH = 2;
    private static final double OF_ITS_KIND = 1.5;

    private static final Map<String, Set<String>> ABOUT = Map.of(
            "price", WordSet.of("price cost costs cheaper pay payback saving saved budget expensive money"),
            "timing", WordSet.of("hour day week month install installed fast quick start time delay standstill"),
            "security", WordSet.of("security secure certified encryption data access hosting cloud audit"),
            "contract", WordSet.of("contract terms warranty notice cancel liability guarantee"),
            "feature_gap", WordSet.of("interface protocol integration connect support report export"),
            "authority", WordSet.of("board management authority approval report"));

    private AnswerByWords() {}

    private record Match(Answer answer, double score) {}

    /** @param nodes live messages by product */
    static List<Answer> of(RecordData objection, Map<UUID, List<TreeNode>> nodes) {
        var said = FitAccount.words(objection, "text");
        var about = ABOUT.getOrDefault(String.valueOf(objection.value("category")), Set.of());
        var matches = new ArrayList<Match>();
        nodes.forEach((product, list) -> list.forEach(node -> {
            var words = new LinkedHashMap<String, String>();
            spell(words, node.title());
            spell(words, String.valueOf(node.entry().values().getOrDefault("body", "")));
            var shared = WordSet.shared(said, words.keySet());
            var kind = WordSet.shared(about, words.keySet());
            kind.removeAll(shared);
            double score = shared.size() + Math.min(1, kind.size()) * OF_ITS_KIND;
            if (score >= ENOUGH) {
                matches.add(new Match(new Answer(node, product, why(objection, words, shared, kind)), score));
            }
        }));
        return matches.stream()
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .limit(MOST)
                .map(Match::answer)
                .toList();
    }

    /** Words by the form in which they are compared. */
    private static void spell(Map<String, String> words, String text) {
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            WordSet.of(word).forEach(form -> words.putIfAbsent(form, word));
        }
    }

    private static String why(RecordData objection, Map<String, String> words, Set<String> shared, Set<String> kind) {
        var parts = new ArrayList<String>();
        if (!shared.isEmpty()) {
            parts.add("It shares words with the objection: %s."
                    .formatted(String.join(", ", shared.stream().map(words::get).toList())));
        }
        if (!kind.isEmpty()) {
            parts.add("The objection is about %s, and it speaks of %s."
                    .formatted(
                            String.valueOf(objection.value("category")).replace('_', ' '),
                            String.join(", ", kind.stream().map(words::get).toList())));
        }
        return String.join(" ", parts);
    }
}
