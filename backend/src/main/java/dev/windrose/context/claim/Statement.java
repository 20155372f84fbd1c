package dev.windrose.context.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One sentence of an entry with what it says.
 *
 * @param context words of the title, which a sentence of the body leans on
 */
record Statement(
        String text,
        List<Word> words,
        Set<String> stems,
        Set<String> context,
        List<Quantity> quantities,
        Polarity polarity) {

    static Statement of(String text, Set<String> context, boolean denied) {
        var words = Words.of(text);
        var stems = new HashSet<String>();
        words.stream().filter(Word::content).forEach(word -> stems.add(word.stem()));
        return new Statement(
                text, words, Set.copyOf(stems), context, Quantities.in(text), Polarity.of(words, text, denied));
    }

    /** Words of several statements with how often each stands in one of them. */
    static Map<String, Integer> frequencies(List<Statement> statements) {
        var out = new HashMap<String, Integer>();
        for (var statement : statements) {
            statement.stems().forEach(stem -> out.merge(stem, 1, Integer::sum));
        }
        return out;
    }

    static List<String> sentences(String body) {
        var out = new ArrayList<String>();
        for (var sentence :
                dev.windrose.llm.language.Sentences.of(body, new dev.windrose.llm.language.Span(0, body.length()))) {
            out.add(sentence.span().of(body));
        }
        return out;
    }
}
