package dev.windrose.context.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words that say much the same as those of a question. They help to find, and count less than its own. */
public final class WordsAlike {

    private static final String FILE = "alike.txt";
    private static final int LONGEST_PHRASE = 3;

    /** By a word or phrase as the index compares it: the single words of its group. */
    private static final Map<String, Set<String>> GROUPS = read();

    private WordsAlike() {}

    public static Set<String> of(String question) {
        var words = ChunkWords.of(question);
        var alike = new LinkedHashSet<String>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_PHRASE); to++) {
                alike.addAll(GROUPS.getOrDefault(String.join(" ", words.subList(from, to)), Set.of()));
            }
        }
        words.forEach(alike::remove);
        return alike;
    }

    private static Map<String, Set<String>> read() {
        try (InputStream in = Objects.requireNonNull(WordsAlike.class.getResourceAsStream(FILE), FILE)) {
            var groups = new HashMap<String, Set<String>>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(List.of(line.split("\\s*,\\s*")), groups));
            return groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<String> group, Map<String, Set<String>> to) {
        var single = new LinkedHashSet<String>();
        var all = group.stream().map(ChunkWords::of).toList();
        all.stream().filter(words -> words.size() == 1).forEach(words -> single.add(words.getFirst()));
        all.forEach(words -> to.computeIfAbsent(String.join(" ", words), _ -> new LinkedHashSet<>())
                .addAll(single));
    }
}
