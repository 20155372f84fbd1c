package dev.windrose.context.policy.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Whether two readings of a clause come to the same in every case that they can tell apart. */
public final class SameRules {

    /** More cases are not compared; the readings then count as different. */
    private static final int MOST = 20_000;

    private SameRules() {}

    public static boolean of(Collection<ClauseRule> one, Collection<ClauseRule> other) {
        var worlds = new Worlds(Stream.concat(one.stream(), other.stream()).toList());
        var facts = List.copyOf(worlds.facts());
        var values = facts.stream().map(worlds::candidates).toList();
        long count = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST + 1L));
        if (count > MOST) {
            return false;
        }
        for (int number = 0; number < count; number++) {
            var world = new LinkedHashMap<Fact, Object>();
            int rest = number;
            for (int i = 0; i < facts.size(); i++) {
                world.put(facts.get(i), values.get(i).get(rest % values.get(i).size()));
                rest /= values.get(i).size();
            }
            var known = Facts.none().with(world);
            if (!Decide.of(one, known).equals(Decide.of(other, known))) {
                return false;
            }
        }
        return true;
    }
}
