package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sentence says that something is more or less of it, and that another says the reverse. */
final class Directions {

    private static final Set<String> UP = Set.of(
            "more",
            "higher",
            "dearer",
            "longer",
            "greater",
            "larger",
            "bigger",
            "rise",
            "rose",
            "risen",
            "rises",
            "increase",
            "increased",
            "increases",
            "grew",
            "grows",
            "grown",
            "doubled",
            "worse",
            "mehr",
            "hoher",
            "gestiegen",
            "steigt");
    private static final Set<String> DOWN = Set.of(
            "less",
            "fewer",
            "lower",
            "cheaper",
            "shorter",
            "smaller",
            "fall",
            "fell",
            "fallen",
            "falls",
            "decrease",
            "decreased",
            "decreases",
            "shrank",
            "shrinks",
            "halved",
            "better",
            "weniger",
            "niedriger",
            "gesunken",
            "sinkt");
    /** They say how much of what follows there is. */
    private static final Set<String> OF_WHAT = Set.of("more", "less", "fewer", "mehr", "weniger");

    private static final Pattern BOUND = Pattern.compile(
            "\\b(?:more|less|fewer|higher|lower|longer|shorter|larger|smaller|greater|better|mehr|weniger) (?:than|als) (?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|half|eine?n?)\\b|\\S{0,3}\\d)|\\b(?:or|and|no|any|more and|oder) (?:more|less|fewer|longer|mehr|weniger)\\b|\\bless \\d");

    private Directions() {}

    /** @param of what there is more or less of, by its stem; null where that is not said right behind it */
    private record Way(boolean up, @Nullable String of) {}

    static boolean against(String one, String other) {
        var mine = ways(one);
        var theirs = ways(other);
        if (mine.size() != 1
                || theirs.isEmpty()
                || theirs.stream().map(Way::up).distinct().count() != 1) {
            return false;
        }
        var way = mine.getFirst();
        return theirs.stream().anyMatch(their -> their.up() != way.up() && alike(way.of(), their.of()));
    }

    private static boolean alike(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Lexicon.shipped().likeness(one, other) > 0;
    }

    private static List<Way> ways(String text) {
        var folded = BOUND.matcher(Fold.inPlace(text)).replaceAll(" # ");
        var out = new ArrayList<Way>();
        var words = Words.of(folded);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).plain();
            boolean up = UP.contains(word);
            if (up || DOWN.contains(word)) {
                out.add(new Way(up, OF_WHAT.contains(word) ? next(words, i, folded) : null));
            }
        }
        return out;
    }

    private static @Nullable String next(List<Word> words, int at, String folded) {
        if (at + 1 >= words.size()) {
            return null;
        }
        var next = words.get(at + 1);
        var gap = folded.substring(words.get(at).span().end(), next.span().start());
        return next.content() && gap.isBlank() ? next.stem() : null;
    }
}
