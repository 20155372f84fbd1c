package dev.windrose.context.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of several words that mean what one word means. */
final class Phrases {

    private static final Phrases SHIPPED = new Phrases();

    /** By the first word, the longest first. */
    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private Phrases() {
        for (var line : WordLists.lines("phrases.txt")) {
            var sides = line.split(" = ");
            var words = List.of(sides[0].split(" "));
            byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Phrase(words, sides[1]));
        }
        byFirst.values().forEach(list -> list.sort((one, other) -> other.length() - one.length()));
    }

    record Phrase(List<String> words, String means) {

        int length() {
            return words.size();
        }
    }

    static Phrases shipped() {
        return SHIPPED;
    }

    /** The phrase that begins there; null where none does. */
    @Nullable
    Phrase at(List<Word> words, int from, String text) {
        for (var phrase : byFirst.getOrDefault(words.get(from).plain(), List.of())) {
            if (from + phrase.length() <= words.size() && says(phrase, words, from, text)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean says(Phrase phrase, List<Word> words, int from, String text) {
        for (int i = 0; i < phrase.length(); i++) {
            var word = words.get(from + i);
            if (!word.plain().equals(phrase.words().get(i))
                    || i > 0
                            && !text.substring(
                                            words.get(from + i - 1).span().end(),
                                            word.span().start())
                                    .isBlank()) {
                return false;
            }
        }
        return true;
    }
}
