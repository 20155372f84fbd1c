package dev.windrose.context.tree;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Sentence;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a competitor is called in texts: by its name, and where it is known to be in play also by the first word of it.
 *
 * @param brief null where the first word is the whole name, or too short to tell
 */
record BattleCardName(
        String folded, Pattern whole, @Nullable Pattern brief, String search) {

    private static final int TELLING = 4;

    static BattleCardName of(String name) {
        String stripped = name.strip();
        String first = stripped.split("\\s+")[0];
        boolean tells = first.length() >= TELLING && !first.equals(stripped);
        return new BattleCardName(
                " " + Fold.words(stripped) + " ",
                word(stripped, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                tells ? word(first, 0) : null,
                tells ? first : stripped);
    }

    private static Pattern word(String text, int flags) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(text).replace(" ", "\\E\\s+\\Q") + "(?![\\p{L}\\p{N}])", flags);
    }

    /** @param inPlay whether what the text belongs to has to do with the competitor */
    boolean in(String text, boolean inPlay) {
        return whole.matcher(text).find()
                || inPlay && brief != null && brief.matcher(text).find();
    }

    /** Whether a field that holds a name means this competitor: one name may hold the other. */
    boolean isNamed(String field) {
        String named = " " + Fold.words(field) + " ";
        return named.contains(folded) || named.strip().length() >= TELLING && folded.contains(named);
    }

    /** The first sentence that names it. */
    Optional<String> sentence(String text, boolean inPlay) {
        return Sentences.of(text, new Span(0, text.length())).stream()
                .map(Sentence::span)
                .map(span -> span.of(text))
                .filter(sentence -> in(sentence, inPlay))
                .findFirst();
    }
}
