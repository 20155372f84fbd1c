package dev.windrose.intake.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds words one edit away by the words that remain when one letter is left out of either. */
final class Spellings {

    private static final int SHORTEST = 5;

    private final Map<String, Set<String>> byRest = new HashMap<>();

    void add(String word) {
        for (var rest : rests(word)) {
            byRest.computeIfAbsent(rest, key -> new HashSet<>(2)).add(word);
        }
    }

    void remove(String word) {
        for (var rest : rests(word)) {
            var words = byRest.get(rest);
            if (words != null && words.remove(word) && words.isEmpty()) {
                byRest.remove(rest);
            }
        }
    }

    /** Sharing a remainder means one letter more, less or other, or two letters changed in place; the second is sorted out here. */
    List<String> near(String word) {
        var found = new ArrayList<String>();
        for (var rest : rests(word)) {
            for (var near : byRest.getOrDefault(rest, Set.of())) {
                if (!near.equals(word) && !found.contains(near) && close(word, near)) {
                    found.add(near);
                }
            }
        }
        return found;
    }

    private static List<String> rests(String word) {
        if (word.length() < SHORTEST || word.length() > 24) {
            return List.of();
        }
        var rests = new ArrayList<String>(word.length() + 1);
        rests.add(word);
        for (int i = 0; i < word.length(); i++) {
            rests.add(word.substring(0, i) + word.substring(i + 1));
        }
        return rests;
    }

    /** One insertion, deletion, replacement, or two neighbours swapped. */
    private static boolean close(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (a.length() == b.length()) {
            boolean swapped = i + 1 < a.length()
                    && a.charAt(i) == b.charAt(i + 1)
                    && a.charAt(i + 1) == b.charAt(i)
                    && a.substring(i + 2).equals(b.substring(i + 2));
            return swapped || a.substring(Math.min(a.length(), i + 1)).equals(b.substring(Math.min(b.length(), i + 1)));
        }
        return a.length() > b.length()
                ? a.substring(i + 1).equals(b.substring(i))
                : a.substring(i).equals(b.substring(i + 1));
    }
}
