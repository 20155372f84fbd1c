package dev.windrose.agents.ask;

import dev.windrose.records.Descriptors;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words that are one slip of the hand away from a word of the schema or of the language of questions. */
@Component
class CorrectWords {

    private static final int SHORTEST = 4;
    private static final Set<String> USUAL = Set.of(
            "many",
            "much",
            "number",
            "average",
            "which",
            "total",
            "without",
            "open",
            "month",
            "quarter",
            "owner",
            "share",
            "percent",
            "biggest",
            "largest",
            "lowest",
            "highest",
            "people",
            "contact",
            "between",
            "pipeline",
            "overdue",
            "median",
            "region",
            "channel");

    private final Descriptors descriptors;
    private final TextValues texts;

    CorrectWords(Descriptors descriptors, TextValues texts) {
        this.descriptors = descriptors;
        this.texts = texts;
    }

    /** The text with what was not understood of it put right where only one word is near. */
    String of(String text, Draft draft) {
        var known = new HashSet<>(Vocabulary.ofTypes(descriptors).known());
        known.addAll(USUAL);
        if (draft.type != null) {
            known.addAll(Vocabulary.of(descriptors, descriptors.get(draft.type), texts)
                    .known());
        }
        var out = new StringBuilder(text);
        int shift = 0;
        for (var word : Word.of(text)) {
            if (word.fold().length() < SHORTEST
                    || !draft.left.contains(word.fold())
                    || word.fold().matches(".*\\d.*")) {
                continue;
            }
            var right = near(word, known);
            if (right != null) {
                out.replace(word.start() + shift, word.end() + shift, right);
                shift += right.length() - (word.end() - word.start());
            }
        }
        return out.toString();
    }

    private static @Nullable String near(Word word, Set<String> known) {
        String found = null;
        for (var other : known) {
            if (other.length() >= SHORTEST && (one(word.stem(), other) || one(word.fold(), other))) {
                if (found != null && !found.equals(other)) {
                    return null;
                }
                found = other;
            }
        }
        return found;
    }

    /** One letter more, less or other, or two that changed places. */
    static boolean one(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
            return false;
        }
        int from = 0;
        while (from < Math.min(a.length(), b.length()) && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        var restA = a.substring(from);
        var restB = b.substring(from);
        if (restA.length() == restB.length()) {
            boolean swapped = restA.length() > 1
                    && restA.charAt(0) == restB.charAt(1)
                    && restA.charAt(1) == restB.charAt(0)
                    && restA.substring(2).equals(restB.substring(2));
            return swapped || restA.substring(1).equals(restB.substring(1));
        }
        return restA.length() > restB.length()
                ? restA.substring(1).equals(restB)
                : restB.substring(1).equals(restA);
    }
}
