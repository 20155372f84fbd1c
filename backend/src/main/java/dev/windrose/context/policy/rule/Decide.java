package dev.windrose.context.policy.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules come to. Facts that are not known are tried with every value that rules can tell apart: the outcome is given if it is always the
 * same, else the facts that could change it are named.
 */
public final class Decide {

    /** More combinations are not tried; the outcome is then not known. */
    private static final int MOST = 200_000;

    private final List<ClauseRule> rules;
    private final Worlds worlds;
    private final Holds holds;

    private Decide(Collection<ClauseRule> rules, Holds holds) {
        this.rules = List.copyOf(rules);
        this.worlds = new Worlds(rules);
        this.holds = holds;
    }

    public static Verdict of(Collection<ClauseRule> rules, Facts facts) {
        return of(rules, facts, Holds.BY_CONDITION);
    }

    /** @param holds works conditions out where every fact is known */
    public static Verdict of(Collection<ClauseRule> rules, Facts facts, Holds holds) {
        return new Decide(rules, holds).decided(facts);
    }

    private Verdict decided(Facts facts) {
        var open = worlds.facts().stream().filter(fact -> !facts.has(fact)).toList();
        var values = open.stream().map(worlds::candidates).toList();
        long count = values.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, MOST + 1L));
        if (count > MOST) {
            return new Verdict.Unknown(open.stream().map(Fact::key).collect(Collectors.toCollection(TreeSet::new)));
        }
        var verdicts = new Verdict[(int) count];
        for (int world = 0; world < count; world++) {
            verdicts[world] = in(facts.with(world(open, values, world)));
        }
        var needs = new LinkedHashSet<String>();
        int stride = 1;
        for (int i = 0; i < open.size(); i++) {
            int size = values.get(i).size();
            if (varies(verdicts, stride, size)) {
                needs.add(open.get(i).key());
            }
            stride *= size;
        }
        return needs.isEmpty() ? verdicts[0] : new Verdict.Unknown(needs);
    }

    private static Map<Fact, Object> world(List<Fact> open, List<List<Object>> values, int number) {
        var world = new LinkedHashMap<Fact, Object>();
        int rest = number;
        for (int i = 0; i < open.size(); i++) {
            var candidates = values.get(i);
            world.put(open.get(i), candidates.get(rest % candidates.size()));
            rest /= candidates.size();
        }
        return world;
    }

    /** Whether one fact alone changes the outcome somewhere. */
    private static boolean varies(Verdict[] verdicts, int stride, int size) {
        for (int at = 0; at < verdicts.length; at++) {
            if (at / stride % size != 0 && !verdicts[at].equals(verdicts[at - at / stride % size * stride])) {
                return true;
            }
        }
        return false;
    }

    /** Every fact is known; amounts may be in a currency that cannot be compared. */
    private Verdict in(Facts world) {
        var strict = new ArrayList<ClauseRule>();
        var lenient = new ArrayList<ClauseRule>();
        var blocked = new TreeSet<String>();
        for (var rule : rules) {
            var truth = holds.in(rule, world);
            blocked.addAll(truth.blockedBy());
            if (truth.possibly()) {
                lenient.add(rule);
            }
            if (truth.surely()) {
                strict.add(rule);
            }
        }
        var sure = combined(strict, world);
        return strict.size() == lenient.size() || sure.equals(combined(lenient, world))
                ? sure
                : new Verdict.Unknown(blocked);
    }

    private static Verdict combined(List<ClauseRule> holding, Facts world) {
        var by = new LinkedHashSet<String>();
        var missing = new TreeSet<String>();
        boolean ordered = false;
        Verdict price = null;
        Verdict route = null;
        boolean refused = false;
        for (var rule : holding) {
            switch (rule.then()) {
                case Outcome.Refuse _ -> refused = true;
                case Outcome.Missing(var fields) -> missing.addAll(without(fields, world.filled()));
                case Outcome.Approval approval -> {
                    by.addAll(approval.by());
                    ordered |= approval.ordered();
                }
                case Outcome.Floor(var floor, var currency) ->
                    price = first(price, new Verdict.Price(floor, "floor_unit_price", currency));
                case Outcome.PercentOff(var percent) ->
                    price = first(price, new Verdict.Price(percent, "percent_off", null));
                case Outcome.Route(var to) -> route = first(route, new Verdict.Route(to));
                case Outcome.Allow _ -> {}
            }
        }
        if (refused) {
            return Verdict.REFUSE;
        }
        if (!missing.isEmpty()) {
            return new Verdict.Missing(missing);
        }
        if (!by.isEmpty()) {
            return new Verdict.Approval(ordered ? List.copyOf(by) : List.copyOf(by));
        }
        return price != null ? price : route != null ? route : Verdict.ALLOW;
    }

    private static Verdict first(@Nullable Verdict known, Verdict other) {
        return known == null ? other : known;
    }

    private static List<String> without(List<String> fields, @Nullable Set<String> filled) {
        return fields.stream()
                .filter(field -> filled == null || !filled.contains(field))
                .toList();
    }
}
