package dev.windrose.context.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which words stand in a clause that denies, and which in one that does not.
 *
 * @param lacking what follows "without"
 */
record Polarity(Set<String> negated, Set<String> plain, Set<String> lacking) {

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "none",
            "nobody",
            "nothing",
            "neither",
            "nor",
            "cannot",
            "don't",
            "doesn't",
            "isn't",
            "aren't",
            "wasn't",
            "weren't",
            "won't",
            "can't",
            "didn't",
            "kein",
            "keine",
            "keinen",
            "keiner",
            "nicht",
            "nie",
            "niemals",
            "niemand",
            "nichts",
            "missing",
            "ceased",
            "ceases",
            "cease",
            "lacks",
            "lack",
            "lacking",
            "unable",
            "crossed",
            "abandoned");
    /** What is no denial although it says no. */
    private static final Set<String> NO_DENIAL =
            Set.of("problem", "doubt", "matter", "wonder", "trouble", "difficulty");

    private static final Set<String> SUBJECTS =
            Set.of("no", "none", "nobody", "nothing", "neither", "kein", "keine", "niemand");
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whom");
    private static final Set<String> CONDITIONS = Set.of("if", "wenn", "falls", "unless");
    /** They deny what follows, not the clause. */
    private static final Set<String> WITHOUT = Set.of("without", "ohne");
    /** After these a clause of its own begins. */
    private static final Set<String> BREAKS = Set.of(
            "but",
            "because",
            "which",
            "who",
            "that",
            "if",
            "when",
            "while",
            "where",
            "so",
            "unless",
            "although",
            "aber",
            "weil",
            "dass",
            "wenn",
            "sondern",
            "instead",
            "since",
            "rather");

    private static final Set<String> PRONOUNS = Set.of("i", "we", "you", "they", "it", "wir", "sie");
    private static final Set<String> NEARLY = Set.of("almost", "nearly", "hardly", "fast", "beinahe");
    private static final Set<String> ONLY = Set.of(
            "only", "more", "less", "fewer", "later", "nur", "mehr", "least", "larger", "bigger", "smaller", "higher",
            "heavier", "wider", "worse", "slower", "older");

    /** @param denied the whole is answered with no */
    static Polarity of(List<Word> words, String text, boolean denied) {
        var negated = new HashSet<String>();
        var plain = new HashSet<String>();
        var lacking = new HashSet<String>();
        int from = 0;
        // "If they need the manual, it does not ship" denies nothing of what is.
        if (!words.isEmpty() && CONDITIONS.contains(words.getFirst().plain())) {
            words.stream().filter(Word::content).forEach(word -> plain.add(word.stem()));
            return new Polarity(Set.of(), Set.copyOf(plain), Set.of());
        }
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || ends(text, words.get(i - 1), words.get(i)) || breaks(words, from, i)) {
                clause(words.subList(from, i), denied, negated, plain, lacking);
                from = i;
            }
        }
        return new Polarity(Set.copyOf(negated), Set.copyOf(plain), Set.copyOf(lacking));
    }

    /** "there" and "and" begin a clause only where the one before has been denied. */
    private static boolean breaks(List<Word> words, int from, int at) {
        if (RELATIVE.contains(words.get(at).plain())
                && SUBJECTS.contains(words.get(from).plain())) {
            return false;
        }
        return BREAKS.contains(words.get(at).plain())
                || Set.of("there", "and", "und").contains(words.get(at).plain())
                        && words.subList(from, at).stream().anyMatch(word -> NEGATIONS.contains(word.plain()));
    }

    private static void clause(
            List<Word> words, boolean denied, Set<String> negated, Set<String> plain, Set<String> lacking) {
        boolean no = false;
        boolean says = false;
        for (int i = 0; i < words.size(); i++) {
            no |= NEGATIONS.contains(words.get(i).plain())
                    && (i + 1 == words.size() || !ONLY.contains(words.get(i + 1).plain()))
                    && (i + 1 == words.size()
                            || !NO_DENIAL.contains(words.get(i + 1).plain()))
                    && (i == 0 || !NEARLY.contains(words.get(i - 1).plain()));
            says |= words.get(i).content();
        }
        boolean without = false;
        for (var word : words) {
            without |= WITHOUT.contains(word.plain());
            if (word.content()) {
                (no ^ denied ^ without ? negated : plain).add(word.stem());
                if (without) {
                    lacking.add(word.stem());
                }
            }
        }
        // "something that we do not have" denies what stands before it.
        if (no && !says && !denied && words.stream().anyMatch(word -> PRONOUNS.contains(word.plain()))) {
            negated.addAll(plain);
            plain.clear();
        }
    }

    private static boolean ends(String text, Word one, Word next) {
        var gap = text.substring(one.span().end(), next.span().start());
        return gap.chars().anyMatch(c -> ",;:.()".indexOf(c) >= 0);
    }
}
