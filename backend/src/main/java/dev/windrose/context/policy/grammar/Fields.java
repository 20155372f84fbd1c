package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields a step needs. */
final class Fields {

    private final Draft draft;
    private final List<Statement> before;

    Fields(Draft draft, List<Statement> before) {
        this.draft = draft;
        this.before = before;
    }

    @Nullable
    Outcome missing() {
        var last = before.isEmpty() ? null : before.getLast();
        boolean goesOn = last != null
                && last.then() instanceof Outcome.Missing
                && !draft.has(Kind.NEG, Kind.BAN, Kind.APPROVE, Kind.MAY, Kind.ALLOWED);
        boolean asks = goesOn
                || draft.has(Kind.WITHOUT, Kind.ONLY, Kind.MUST, Kind.NEED, Kind.BEFORE, Kind.UNTIL, Kind.UNLESS)
                || draft.has(Kind.IF) && draft.has(Kind.MAY, Kind.FILL)
                || draft.has(Kind.NEG) && draft.has(Kind.FILL);
        draft.main.addAll(draft.only);
        draft.only.clear();
        if (!asks || draft.has(Kind.APPROVE, Kind.BAN) || draft.has(Kind.NEG) && draft.has(Kind.NEED)) {
            return unclear("What the fields are needed for is not clear.");
        }
        if (goesOn && draft.main.stream().noneMatch(Fields::step) && draft.acts.isEmpty() && last.when() != null) {
            var parts = last.when() instanceof Condition.All(var all) ? all : List.of(last.when());
            parts.stream().filter(Fields::step).forEach(draft.main::add);
            draft.warnings.add("The step is taken from what stands before.");
        }
        if (!draft.roles.isEmpty()
                && draft.index(Kind.ROLE, 0) < draft.index(Kind.FIELD, 0)
                && draft.has(Kind.NEED, Kind.MUST)) {
            draft.warnings.add("A role is read as whoever does it.");
            draft.roles.clear();
        }
        if (!draft.roles.isEmpty()) {
            return unclear("What the role has to do is not clear.");
        }
        return needed();
    }

    private @Nullable Outcome needed() {
        boolean stage = draft.main.stream()
                .anyMatch(one ->
                        one.facts().contains(Fact.STAGE_TO) || one.facts().contains(Fact.STAGE_FROM));
        if (stage || draft.has(Kind.ENTER, Kind.ANYSTAGE, Kind.LEAVE, Kind.STAGEWORD) && draft.acts.isEmpty()) {
            if (!stage && !draft.has(Kind.ANYSTAGE)) {
                return unclear("Which stage is meant is not said.");
            }
            draft.main.addFirst(new Condition.OneOf(Fact.ACTION, Set.of("change_stage")));
        } else if (draft.acts.isEmpty()
                && draft.main.stream().noneMatch(one -> one.facts().contains(Fact.ACTION))) {
            return unclear("When the fields have to be filled is not said.");
        }
        boolean permits =
                draft.has(Kind.MAY, Kind.ALLOWED) && draft.has(Kind.WITHOUT) && !draft.has(Kind.NEG, Kind.ONLY);
        if (permits) {
            draft.main.add(Condition.not(Condition.all(
                    draft.fields.stream().map(Condition.Filled::new).toList())));
            return new Outcome.Allow();
        }
        return new Outcome.Missing(List.copyOf(draft.fields));
    }

    private static boolean step(Condition part) {
        return part.facts().stream()
                .anyMatch(
                        fact -> fact.equals(Fact.ACTION) || fact.equals(Fact.STAGE_TO) || fact.equals(Fact.STAGE_FROM));
    }

    private @Nullable Outcome unclear(String why) {
        draft.fails(why);
        return null;
    }
}
