package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells who acts from who approves or gets it. */
final class Actors {

    private static final Set<String> ACTORS = Set.of(
            "rep",
            "reps",
            "intern",
            "interns",
            "trainee",
            "trainees",
            "sdr",
            "sdrs",
            "csm",
            "csms",
            "junior",
            "juniors",
            "representative",
            "representatives",
            "contractor",
            "contractors",
            "freelancer",
            "freelancers",
            "agent",
            "agents",
            "admins",
            "members",
            "managers",
            "salespeople",
            "seller",
            "sellers",
            "assistants",
            "assistant",
            "guests",
            "guest",
            "praktikanten",
            "werkstudenten",
            "consultants",
            "directors",
            "leads",
            "executives");

    private Actors() {}

    /** Who acts is a condition; who approves or gets it is none. */
    static void in(Draft draft) {
        var chunks = draft.chunks;
        int first = draft.index(Kind.ROLE, 0);
        if (first < 0) {
            return;
        }
        int second = draft.index(Kind.ROLE, first + 1);
        var keys = List.of(chunks.get(first).value().split("\\|"));
        if (draft.has(Kind.UNLESS) && draft.has(Kind.FILL) && draft.exceptRoles.containsAll(keys)) {
            return;
        }
        boolean acting = keys.stream().allMatch(Actors::acts);
        boolean verb = draft.has(
                Kind.MAY,
                Kind.NEG,
                Kind.NEED,
                Kind.ALONE,
                Kind.MUST,
                Kind.BAN,
                Kind.DENY,
                Kind.ALLOWED,
                Kind.ONLY,
                Kind.LIMIT);
        boolean asked = second > first && (draft.has(Kind.NEED, Kind.WITHOUT, Kind.APPROVE) && acting);
        boolean alone = second < 0
                && verb
                && (acting || !draft.has(Kind.APPROVE, Kind.ROUTE, Kind.NEED, Kind.WITHOUT, Kind.CHAIN, Kind.REVIEW))
                && !(draft.has(Kind.APPROVE) && !draft.has(Kind.DENY, Kind.NEG))
                && !draft.has(Kind.ROUTE);
        if (asked || alone && !draft.has(Kind.WITHOUT)) {
            act(draft, first, keys, acting);
        }
    }

    private static void act(Draft draft, int first, List<String> keys, boolean acting) {
        draft.roles.removeAll(keys);
        var names = new LinkedHashSet<>(keys.stream().map(Actors::single).toList());
        var only = first > 0 && precededByOnly(draft, first);
        if (only) {
            draft.main.addAll(draft.only);
            draft.only.clear();
        }
        boolean excepted = draft.exceptRoles.removeAll(keys);
        (only ? draft.only : excepted ? draft.except : draft.main).add(new Condition.OneOf(Fact.ACTOR_ROLE, names));
        draft.own.add(Fact.ACTOR_ROLE);
        if (!acting) {
            draft.warnings.add("A role is read as the one who acts.");
        }
    }

    private static boolean precededByOnly(Draft draft, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (draft.chunks.get(i).is(Kind.ONLY)) {
                return true;
            }
            if (!draft.chunks.get(i).is(Kind.GLUE)) {
                return false;
            }
        }
        return false;
    }

    static boolean acts(String key) {
        return ACTORS.contains(key.substring(key.lastIndexOf('_') + 1));
    }

    private static String single(String key) {
        return acts(key) && key.endsWith("s") && !key.endsWith("ss") ? key.substring(0, key.length() - 1) : key;
    }
}
