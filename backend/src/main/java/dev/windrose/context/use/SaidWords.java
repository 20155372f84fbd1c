package dev.windrose.context.use;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds what entries say in a text, by words without case, accents and punctuation: the very words, or words much like them where there are enough to tell.
 */
final class SaidWords {

    private static final int FEWEST = 3;
    private static final int LONG_ENOUGH = 15;
    /** Of so many words one may be another one. */
    private static final int PER_DIFFERENCE = 6;

    private final String[] text;
    private final Set<String> there;

    SaidWords(String text) {
        this.text = split(text);
        this.there = new HashSet<>(Arrays.asList(this.text));
    }

    /** What an entry says or said in one of its versions. */
    record Saying(UUID entry, long version, String words, String[] split) {

        Saying(UUID entry, long version, String words) {
            this(entry, version, words, SaidWords.split(words));
        }

        /** One or two short words are said by accident. */
        boolean tellsItself() {
            return split.length >= FEWEST || split.length == 2 && words.length() >= LONG_ENOUGH;
        }
    }

    /** Where a saying stands: from a word up to and without another one. */
    record Said(Saying saying, int from, int to, boolean exact) {

        private boolean within(Said other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    /** Each entry at most once, in the version that fits best. What is said inside of a longer saying is that one. */
    List<Said> among(List<Saying> sayings) {
        var found = new ArrayList<Said>();
        for (var saying : sayings) {
            var said = saying.tellsItself() ? find(saying) : null;
            if (said != null) {
                found.add(said);
            }
        }
        var best = new ArrayList<Said>();
        for (var said : found) {
            boolean inner = found.stream().anyMatch(other -> said.within(other) && other.exact());
            boolean better = found.stream()
                    .anyMatch(other -> other != said
                            && other.saying().entry().equals(said.saying().entry())
                            && (other.exact() && !said.exact()
                                    || other.exact() == said.exact()
                                            && other.saying().version()
                                                    > said.saying().version()));
            if (!inner && !better) {
                best.add(said);
            }
        }
        return best;
    }

    private @org.jspecify.annotations.Nullable Said find(Saying saying) {
        var words = saying.split();
        for (int from = 0; from + words.length <= text.length; from++) {
            if (Arrays.equals(text, from, from + words.length, words, 0, words.length)) {
                return new Said(saying, from, from + words.length, true);
            }
        }
        int allowed = words.length / PER_DIFFERENCE;
        long missing =
                Arrays.stream(words).filter(word -> !there.contains(word)).count();
        return allowed == 0 || missing > allowed ? null : alike(saying, allowed);
    }

    /** The stretch of the text with the fewest words added, left out or exchanged. */
    private @org.jspecify.annotations.Nullable Said alike(Saying saying, int allowed) {
        var words = saying.split();
        int[] cost = new int[words.length + 1];
        int[] start = new int[words.length + 1];
        for (int i = 0; i <= words.length; i++) {
            cost[i] = i;
        }
        int best = allowed + 1;
        Said said = null;
        for (int at = 1; at <= text.length; at++) {
            int diagonal = cost[0];
            int diagonalStart = start[0];
            start[0] = at;
            for (int i = 1; i <= words.length; i++) {
                int exchanged = diagonal + (words[i - 1].equals(text[at - 1]) ? 0 : 1);
                int added = cost[i] + 1;
                int left = cost[i - 1] + 1;
                int from = exchanged <= added && exchanged <= left
                        ? diagonalStart
                        : added <= left ? start[i] : start[i - 1];
                diagonal = cost[i];
                diagonalStart = start[i];
                cost[i] = Math.min(exchanged, Math.min(added, left));
                start[i] = from;
            }
            if (cost[words.length] < best) {
                best = cost[words.length];
                said = new Said(saying, start[words.length], at, false);
            }
        }
        return said;
    }

    static String[] split(String text) {
        String words = Fold.words(text);
        return words.isEmpty() ? new String[0] : words.split(" ");
    }
}
