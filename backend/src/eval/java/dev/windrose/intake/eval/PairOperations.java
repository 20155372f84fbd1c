package dev.windrose.intake.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which produced operation stands for which expected one: the pairing that fits best as a whole. */
final class PairOperations {

    private static final int EXACT = 12;
    private static final List<String> HINTS = List.of("due_date", "assignee", "issue_type", "priority");
    private static final int SAME_TITLE = 5;

    private final List<ScoredOperation> expected;
    private final List<ScoredOperation> produced;
    private final Map<Integer, Integer> pairs = new HashMap<>();

    private PairOperations(List<ScoredOperation> expected, List<ScoredOperation> produced) {
        this.expected = expected;
        this.produced = produced;
    }

    private record Fit(int gold, int read, int worth) {}

    private record Choice(int worth, List<Fit> fits) {

        /** Of two that are worth the same, the later in order, so that a score does not depend on chance. */
        boolean before(Choice other) {
            if (worth != other.worth) {
                return worth < other.worth;
            }
            for (int i = 0; i < Math.min(fits.size(), other.fits.size()); i++) {
                var mine = fits.get(i);
                var theirs = other.fits.get(i);
                if (mine.gold != theirs.gold || mine.read != theirs.read) {
                    return mine.gold < theirs.gold || mine.gold == theirs.gold && mine.read < theirs.read;
                }
            }
            return fits.size() < other.fits.size();
        }
    }

    /** Places of expected operations to those of produced ones. */
    static Map<Integer, Integer> of(List<ScoredOperation> expected, List<ScoredOperation> produced) {
        var pairing = new PairOperations(expected, produced);
        pairing.groups().forEach(pairing::pair);
        return pairing.pairs;
    }

    /** Only the same kind of change of the same type can be a pair. */
    private List<List<Integer>> groups() {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < expected.size(); i++) {
            var one = expected.get(i);
            groups.computeIfAbsent(one.op() + " " + one.entity(), _ -> new ArrayList<>())
                    .add(i);
        }
        return List.copyOf(groups.values());
    }

    private void pair(List<Integer> golds) {
        var fits = new ArrayList<Fit>();
        for (int read = 0; read < produced.size(); read++) {
            for (int gold : golds) {
                int worth = affinity(expected.get(gold), produced.get(read));
                if (worth > 0) {
                    fits.add(new Fit(gold, read, worth));
                }
            }
        }
        if (golds.size() > EXACT) {
            greedy(fits);
        } else {
            best(golds, fits).fits.forEach(fit -> pairs.put(fit.gold, fit.read));
        }
    }

    private void greedy(List<Fit> fits) {
        var used = new HashSet<Integer>();
        fits.stream().sorted((a, b) -> Integer.compare(b.worth, a.worth)).forEach(fit -> {
            if (!pairs.containsKey(fit.gold) && used.add(fit.read)) {
                pairs.put(fit.gold, fit.read);
            }
        });
    }

    /** The best choice for each set of expected operations that are taken. */
    private Choice best(List<Integer> golds, List<Fit> fits) {
        var best = new LinkedHashMap<Integer, Choice>();
        best.put(0, new Choice(0, List.of()));
        for (int read = 0; read < produced.size(); read++) {
            int now = read;
            var ofThis = fits.stream().filter(fit -> fit.read == now).toList();
            for (var entry :
                    List.copyOf(best.entrySet().stream().map(Map.Entry::copyOf).toList())) {
                for (var fit : ofThis) {
                    int bit = 1 << golds.indexOf(fit.gold);
                    if ((entry.getKey() & bit) == 0) {
                        extend(best, entry.getKey() | bit, entry.getValue(), fit);
                    }
                }
            }
        }
        return best.values().stream().reduce((a, b) -> a.before(b) ? b : a).orElseThrow();
    }

    private static void extend(Map<Integer, Choice> best, int taken, Choice so, Fit fit) {
        var known = best.get(taken);
        if (known == null || so.worth + fit.worth > known.worth) {
            var fits = new ArrayList<>(so.fits);
            fits.add(fit);
            best.put(taken, new Choice(so.worth + fit.worth, fits));
        }
    }

    /** How well two fit; 0 where they cannot be a pair. */
    private static int affinity(ScoredOperation gold, ScoredOperation read) {
        if (!gold.op().equals(read.op()) || !gold.entity().equals(read.entity())) {
            return 0;
        }
        if (!gold.isCreate()) {
            return gold.id().equals(read.id()) ? 1 : 0;
        }
        var wanted = gold.view();
        var got = read.view();
        int right = 0;
        for (var point : gold.points().entrySet()) {
            right += same(point.getKey(), gold.points(), got) ? 1 : 0;
        }
        if (gold.titled()) {
            return titled(wanted, got, right);
        }
        return sameKey(gold, wanted, got) ? 1 + right : 0;
    }

    private static boolean same(String field, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> got) {
        return wanted.containsKey(field)
                && got.containsKey(field)
                && CompareValues.equal(field, wanted.get(field), got.get(field));
    }

    private static int titled(Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> got, int right) {
        String company = Folded.flat(wanted.get("company"));
        String other = Folded.flat(got.get("company"));
        if (!company.isEmpty() && !other.isEmpty() && !Folded.name(company).equals(Folded.name(other))) {
            return 0;
        }
        boolean hit = Folded.list(wanted.get("title_contains")).stream()
                .anyMatch(word -> Folded.hasWords(List.of(word), got.get("title_contains")));
        long hints = HINTS.stream().filter(field -> same(field, wanted, got)).count();
        return hit || hints >= 2 ? 1 + right + (hit ? SAME_TITLE : 0) : 0;
    }

    private static boolean sameKey(
            ScoredOperation gold, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> got) {
        for (var key : gold.key()) {
            if (wanted.containsKey(key)) {
                String name = Folded.name(Folded.flat(wanted.get(key)));
                String other = Folded.name(Folded.flat(got.get(key)));
                if (!name.equals(other) && !nearly(gold.entity(), words(name), words(other), wanted, got)) {
                    return false;
                }
            }
        }
        return gold.key().stream().anyMatch(wanted::containsKey)
                || CompareValues.equal("email", wanted.get("email"), got.get("email"));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Folded.tokens(name));
    }

    /** A person with the same address and a name in common, or a project by a part of its name. */
    private static boolean nearly(
            String entity,
            Set<String> name,
            Set<String> other,
            Map<String, @Nullable Object> wanted,
            Map<String, @Nullable Object> got) {
        return switch (entity) {
            case "contact" ->
                !Folded.flat(wanted.get("email")).isEmpty()
                        && CompareValues.equal("email", wanted.get("email"), got.get("email"))
                        && name.stream().anyMatch(other::contains);
            case "project" ->
                !name.isEmpty() && !other.isEmpty() && (other.containsAll(name) || name.containsAll(other));
            default -> false;
        };
    }
}
