package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a text with their stems; numbers are read by {@link Quantities}. */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}\\d]*(?:(?:['’&_]|-(?=[\\p{L}\\d]))[\\p{L}\\d]+)*");

    private Words() {}

    static List<Word> of(String text) {
        var out = new ArrayList<Word>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) {
            var written = matcher.group();
            int from = matcher.start();
            // "clamp-on" and "single-use" are looked up in parts; codes such as TF-B2 stay whole.
            if (written.indexOf('-') > 0 && written.chars().noneMatch(Character::isDigit)) {
                for (var part : written.split("-")) {
                    out.add(word(part, from));
                    from += part.length() + 1;
                }
            } else {
                out.add(word(written, from));
            }
        }
        return joined(out, text);
    }

    /** Several words that mean one: "left out", "free of charge". */
    private static List<Word> joined(List<Word> words, String text) {
        var out = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            var phrase = Phrases.shipped().at(words, i, text);
            if (phrase == null) {
                out.add(words.get(i));
                continue;
            }
            var last = words.get(i + phrase.length() - 1);
            int from = words.get(i).span().start();
            var span = new Span(from, last.span().end());
            out.add(new Word(span, span.of(text), phrase.means(), Stems.of(phrase.means()), true));
            i += phrase.length() - 1;
        }
        return out;
    }

    private static Word word(String written, int from) {
        var plain = Fold.inPlace(written);
        var stem = Stems.of(plain);
        return new Word(
                new Span(from, from + written.length()),
                written,
                plain,
                stem,
                !Lexicon.shipped().filler(plain));
    }
}
