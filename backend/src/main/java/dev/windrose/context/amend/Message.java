package dev.windrose.context.amend;

import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A statement that gives a text word by word: a new headline, a new tagline, a word that is not used any more.
 *
 * @param what the word for it, in English
 * @param text as it was given
 * @param instead what is said in the place of a word; else empty
 */
record Message(What what, String text, String instead) {

    enum What {
        HEADLINE,
        TAGLINE,
        WORD
    }

    private static final String OPEN = "[\"'“”„«‚‘’]";
    private static final Pattern QUOTED =
            Pattern.compile("(?<![\\p{L}\\d])" + OPEN + "\\s?(.{2,300}?)\\s?" + OPEN + "(?![\\p{L}\\d])");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(headline|tagline)\\b([^:\"“„«‘']*)(?:[:]|\\b(?:to|is|now|auf|lautet|ist)\\b:?)\\s*(.+)$");
    private static final Pattern WORD = Pattern.compile(
            "(?i)\\b(?:say|use|write|call|sagen|schreiben|verwenden|nennen)\\b.*\\b(?:any ?more|no longer|instead|not|never|don't|do not|nicht|nie|kein\\w*|statt)\\b|"
                    + "\\b(?:any ?more|no longer|not|never|don't|do not|nicht|statt|avoid)\\b.*\\b(?:say|use|write|call|sagen|schreiben|verwenden|avoid|word|words|wort)\\b");

    static Optional<Message> of(Glossed statement) {
        var text = statement.text();
        var named = NAMED.matcher(text);
        if (named.find()) {
            var what = named.group(1).equalsIgnoreCase("headline") ? What.HEADLINE : What.TAGLINE;
            var quoted = QUOTED.matcher(text);
            var span = quoted.find(named.start())
                    ? new Span(quoted.start(1), quoted.end(1))
                    : new Span(named.start(3), named.end(3));
            var given = statement.written(span).strip();
            if (!quoted.find(0)) {
                given = given.replaceFirst("[.\\s]+$", "");
            }
            return given.length() < 3 ? Optional.empty() : Optional.of(new Message(what, given, ""));
        }
        if (WORD.matcher(text).find()) {
            var quoted = QUOTED.matcher(text).results().toList();
            if (!quoted.isEmpty()) {
                return Optional.of(new Message(
                        What.WORD,
                        quoted.getFirst().group(1),
                        quoted.size() > 1 ? quoted.get(1).group(1) : ""));
            }
        }
        return Optional.empty();
    }
}
