package dev.windrose.context.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Decides what a claim is worth, by the entries that lie nearest to it. */
final class Judge {

    private static final int OTHERS = 3;

    private final Library library;
    private final boolean outside;

    Judge(Library library, boolean outside) {
        this.library = library;
        this.outside = outside;
    }

    Judged of(ClaimText claim) {
        return of(claim, matches(claim));
    }

    Judged of(ClaimText claim, List<Match> matches) {
        var usable = matches.stream().filter(match -> bar(match) == null).toList();
        var barred = best(matches, match -> bar(match) != null && Weigh.supports(match), Weigh::score);
        var support = best(usable, Weigh::supports, Weigh::score);
        var against = best(usable, Weigh::contradicts, Weigh::likeness);
        if (support != null && (against == null || Weigh.score(support) >= Weigh.likeness(against))) {
            return new Judged(Verdict.SUPPORTED, "", support, others(usable, support), false, Weigh.score(support));
        }
        boolean only = barred != null && (against == null || !Weigh.plainly(against));
        if (only) {
            return new Judged(
                    Verdict.UNSUPPORTED,
                    Objects.requireNonNull(bar(Objects.requireNonNull(barred))),
                    barred,
                    List.of(),
                    true,
                    1);
        }
        if (against != null) {
            return new Judged(Verdict.CONTRADICTED, "", against, List.of(), against.guarded(), Weigh.likeness(against));
        }
        var nearest = usable.isEmpty() ? null : usable.getFirst();
        boolean guarded = nearest == null || usable.stream().allMatch(Match::guarded);
        return new Judged(
                Verdict.UNSUPPORTED, "", nearest, List.of(), guarded, nearest == null ? 1 : 1 - Weigh.score(nearest));
    }

    private @Nullable String bar(Match match) {
        return Bars.of(match.source(), outside);
    }

    private static @Nullable Match best(List<Match> matches, Predicate<Match> fits, ToDoubleFunction<Match> score) {
        return matches.stream()
                .filter(fits)
                .max(Comparator.comparingDouble(score))
                .orElse(null);
    }

    private static List<Match> others(List<Match> usable, Match support) {
        return usable.stream()
                .filter(match -> match != support && Weigh.supports(match))
                .limit(OTHERS)
                .toList();
    }

    List<Match> matches(ClaimText claim) {
        var out = new ArrayList<Match>();
        for (var candidate : library.nearest(claim)) {
            out.add(LayBeside.of(claim, library, candidate));
        }
        out.sort(Comparator.comparingDouble(Weigh::likeness).reversed());
        return out;
    }
}
