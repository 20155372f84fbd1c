package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;

/** Looks for a word or a few of them in a folded text. */
final class FindWord {

    private FindWord() {}

    /** A word with its usual endings; of several words the last may have one. */
    static Pattern pattern(String word) {
        var folded = Fold.inPlace(word).strip();
        var out = new StringBuilder(Character.isLetterOrDigit(folded.charAt(0)) ? "(?<![\\p{L}\\d-])" : "");
        boolean first = true;
        for (var part : folded.split("\\s+")) {
            out.append(first ? "" : Character.isLetterOrDigit(part.charAt(0)) ? "[\\s-]{1,2}" : "\\s?")
                    .append(Pattern.quote(part));
            first = false;
        }
        char last = folded.charAt(folded.length() - 1);
        boolean letters = Character.isLetter(last) && folded.length() > 4;
        return Pattern.compile(out
                + (letters ? "(?:s|es|d|ed|en|er|em|e|ing)?" : "")
                + (Character.isLetterOrDigit(last) ? "(?![\\p{L}\\d])" : ""));
    }
}
