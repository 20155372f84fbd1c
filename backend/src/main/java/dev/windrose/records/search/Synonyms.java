package dev.windrose.records.search;

import dev.windrose.records.search.Slot.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and phrases that mean the same in a workspace. */
final class Synonyms {

    static final Synonyms NONE = new Synonyms(List.of());

    private static final int LONGEST = 5;

    private final List<List<String>> groups;
    private final Map<List<String>, List<List<Term>>> others = new HashMap<>();

    Synonyms(List<List<String>> groups) {
        this.groups = groups;
        for (var group : groups) {
            var phrases = group.stream()
                    .map(Synonyms::words)
                    .filter(words -> !words.isEmpty())
                    .toList();
            for (var phrase : phrases) {
                var same = others.computeIfAbsent(phrase, _ -> new ArrayList<>());
                phrases.forEach(other -> same.add(other.stream().map(Slot::word).toList()));
            }
        }
    }

    /**
     * @param alternatives of the words, themselves included; none where there is nothing of the same meaning
     * @param length how many words they stand for
     */
    record Same(List<List<Term>> alternatives, int length) {}

    List<List<String>> groups() {
        return groups;
    }

    /** The longest phrase with others of its meaning that begins at the place. */
    Same at(List<List<List<Term>>> words, int from) {
        if (!others.isEmpty()) {
            for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
                var phrase = words.subList(from, from + length).stream()
                        .map(alternatives -> alternatives.getFirst().getFirst().text())
                        .toList();
                var same = others.get(phrase);
                if (same != null) {
                    return new Same(same, length);
                }
            }
        }
        return new Same(List.of(), 0);
    }

    private static List<String> words(String phrase) {
        return Words.of(phrase).stream().map(Word::text).limit(LONGEST).toList();
    }
}
