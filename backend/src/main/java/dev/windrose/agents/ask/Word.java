package dev.windrose.agents.ask;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word of a question.
 *
 * @param fold lower case, without accents and without the "s" of possession
 * @param stem as it is compared: of nouns the singular
 */
public record Word(String text, String fold, String stem, int start, int end) {

    private static final Pattern WORD =
            Pattern.compile("\\p{L}{1,4}-\\d+|\\p{N}+(?:[.,]\\p{N}+)*|[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?|[€$£%]");

    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        var match = WORD.matcher(text);
        while (match.find()) {
            var fold = Fold.words(match.group().replaceFirst("['’]s$", ""));
            var plain = match.group().matches("\\p{L}{1,4}-\\d+") ? Fold.inPlace(match.group()) : fold;
            words.add(new Word(
                    match.group(),
                    plain.isEmpty() ? match.group() : plain,
                    stem(plain.isEmpty() ? match.group() : plain),
                    match.start(),
                    match.end()));
        }
        return words;
    }

    static List<String> stems(String phrase) {
        return of(phrase).stream().map(Word::stem).toList();
    }

    /** Good enough for nouns and verbs in the third person; both sides of a comparison go through it. */
    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches"))) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    boolean capital() {
        return Character.isUpperCase(text.charAt(0));
    }
}
