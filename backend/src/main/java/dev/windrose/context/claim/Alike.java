package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.HashSet;
import java.util.Set;

/** How like two words are written: the share of pairs of letters that both have. */
final class Alike {

    private Alike() {}

    static double of(String one, String other) {
        var mine = pairs(one);
        var theirs = pairs(other);
        var both = new HashSet<>(mine);
        both.retainAll(theirs);
        int all = mine.size() + theirs.size();
        return all == 0 ? 0 : 2.0 * both.size() / all;
    }

    private static Set<String> pairs(String word) {
        var folded = Fold.words(word).replace(" ", "");
        var out = new HashSet<String>();
        for (int i = 0; i + 1 < folded.length(); i++) {
            out.add(folded.substring(i, i + 2));
        }
        return out;
    }
}
