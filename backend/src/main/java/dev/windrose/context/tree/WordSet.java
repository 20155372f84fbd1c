package dev.windrose.context.tree;

import dev.windrose.llm.language.Fold;
import java.util.LinkedHashSet;
import java.util.Set;

/** The words of a text that carry meaning, in one form for their endings. */
final class WordSet {

    private static final Set<String> SMALL = Set.of(
            "the", "and", "for", "that", "this", "with", "you", "your", "our", "are", "was", "were", "have", "has",
            "had", "not", "they", "them", "their", "from", "what", "when", "which", "who", "will", "would", "can",
            "could", "should", "than", "then", "there", "here", "its", "but", "too", "very", "about", "into", "out",
            "all", "any", "how", "why", "does", "did", "der", "die", "das", "und", "ist", "nicht", "mit", "von", "fur",
            "ein", "eine", "wir", "sie", "auf", "den", "dem");

    private WordSet() {}

    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (String word : Fold.words(text).split(" ")) {
            if (word.length() > 2 && !SMALL.contains(word) || !word.isEmpty() && Character.isDigit(word.charAt(0))) {
                words.add(stem(word));
            }
        }
        return words;
    }

    /** Endings of English plurals and forms; enough to see that two texts speak of the same. */
    private static String stem(String word) {
        for (String ending :
                new String[] {"ations", "ation", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "e", "y"}) {
            if (word.length() - ending.length() >= 3 && word.endsWith(ending)) {
                return single(word.substring(0, word.length() - ending.length()));
            }
        }
        return word;
    }

    /** "cutting" and "cut". */
    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
        return doubled ? stem.substring(0, last) : stem;
    }

    /** What both share, in the order of the first. */
    static Set<String> shared(Set<String> one, Set<String> other) {
        var both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    /** From 0 to 1: shared words among all. */
    static double likeness(String one, String other) {
        var first = of(one);
        var second = of(other);
        int shared = shared(first, second).size();
        int all = first.size() + second.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
