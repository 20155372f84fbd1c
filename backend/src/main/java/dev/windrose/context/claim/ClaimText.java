package dev.windrose.context.claim;

import dev.windrose.llm.language.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A claim taken apart.
 *
 * @param words those with a meaning that are neither part of a name nor of a number
 * @param companies customers and others that it names, by their whole names
 * @param earlier companies and products that the sentences before it speak of, for "it" and "they"
 */
record ClaimText(
        String text,
        List<Word> words,
        Set<String> stems,
        List<Quantity> quantities,
        List<Names.Name> names,
        List<String> products,
        List<String> companies,
        List<String> earlier,
        Polarity polarity,
        boolean german) {

    static ClaimText of(String text, Known known, boolean german, List<String> earlier) {
        var names = Names.in(text, known, german);
        var quantities = Quantities.in(text);
        var all = Words.of(text);
        var words = all.stream()
                .filter(Word::content)
                .filter(word -> names.stream().noneMatch(name -> name.span().holds(word.span())))
                .filter(word -> quantities.stream().noneMatch(one -> one.span().holds(word.span())))
                .filter(word ->
                        dev.windrose.llm.language.NumberWords.of(word.plain()).isEmpty())
                .filter(word -> !Scope.MARKERS.contains(word.plain()))
                .toList();
        var stems = new HashSet<String>();
        words.forEach(word -> stems.add(word.stem()));
        return new ClaimText(
                text,
                words,
                stems,
                quantities,
                names,
                known.productsIn(text),
                known.companiesIn(text),
                earlier,
                Polarity.of(all, text, false),
                german);
    }

    static Span whole(String text) {
        return new Span(0, text.length());
    }
}
