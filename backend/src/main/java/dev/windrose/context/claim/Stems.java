package dev.windrose.context.claim;

import java.util.HashMap;
import java.util.Map;

/** Takes endings off English words, lightly: what is left need not be a word, two forms of one word only have to meet. */
final class Stems {

    private static final Map<String, String> IRREGULAR = irregular();

    private Stems() {}

    static String of(String folded) {
        var word = folded.endsWith("'s") ? folded.substring(0, folded.length() - 2) : folded;
        var known = IRREGULAR.get(word);
        return known != null ? ending(known) : ending(plural(word));
    }

    private static String plural(String word) {
        if (word.length() < 4
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.matches(".*(?:sh|ch|x|ss|zz)es")
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
    }

    private static String ending(String word) {
        var stem = word;
        if (stem.endsWith("ied") && stem.length() > 4) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.endsWith("ing") && stem.length() > 5 && vowel(stem, 3)) {
            stem = undouble(stem.substring(0, stem.length() - 3));
        } else if (stem.endsWith("ed") && stem.length() > 4 && vowel(stem, 2)) {
            stem = undouble(stem.substring(0, stem.length() - 2));
        } else if (stem.endsWith("ly") && stem.length() > 5) {
            stem = stem.substring(0, stem.length() - 2);
        }
        if (stem.endsWith("e") && stem.length() > 3) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.endsWith("y") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }

    private static boolean vowel(String word, int ending) {
        return word.substring(0, word.length() - ending).matches(".*[aeiouy].*");
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        return last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0
                ? stem.substring(0, last)
                : stem;
    }

    private static Map<String, String> irregular() {
        var map = new HashMap<String, String>();
        for (var line : WordLists.lines("irregular.txt")) {
            var forms = line.split(" ");
            for (int i = 1; i < forms.length; i++) {
                map.put(forms[i], forms[0]);
            }
        }
        return Map.copyOf(map);
    }
}
