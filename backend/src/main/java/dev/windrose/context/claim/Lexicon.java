package dev.windrose.context.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What words have to do with each other: which mean the same, which the opposite, which say nothing alone. */
final class Lexicon {

    private static final Lexicon SHIPPED = new Lexicon();

    private final Set<String> fillers = new HashSet<>();
    private final Map<String, Set<Integer>> groups = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();

    private Lexicon() {
        WordLists.lines("fillers.txt").forEach(line -> fillers.addAll(Arrays.asList(line.split(" "))));
        int number = 0;
        for (var line : WordLists.lines("synonyms.txt")) {
            for (var word : line.split(" ")) {
                groups.computeIfAbsent(Stems.of(word), _ -> new HashSet<>()).add(number);
            }
            number++;
        }
        for (var line : WordLists.lines("opposites.txt")) {
            var sides = line.split(" - ");
            for (var one : sides[0].split(" ")) {
                for (var other : sides[1].split(" ")) {
                    oppose(Stems.of(one), Stems.of(other));
                    oppose(Stems.of(other), Stems.of(one));
                }
            }
        }
    }

    static Lexicon shipped() {
        return SHIPPED;
    }

    private void oppose(String one, String other) {
        opposites.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
    }

    boolean filler(String plain) {
        return fillers.contains(plain);
    }

    Set<Integer> groups(String stem) {
        return groups.getOrDefault(stem, Set.of());
    }

    Set<String> opposites(String stem) {
        return opposites.getOrDefault(stem, Set.of());
    }

    /** 1 for the same word, less for one of the same meaning or the same root, 0 for another. */
    double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        for (var group : groups(one)) {
            if (groups(other).contains(group)) {
                return 0.9;
            }
        }
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= 5 && shared >= shorter - 1 && Math.max(one.length(), other.length()) - shared <= 6 ? 0.8 : 0;
    }
}
