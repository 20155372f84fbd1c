package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.Write;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds a write to the policies: what needs approval waits for who may give it, what is prohibited or lacks fields is refused, with the clause named. A
 * policy that only warns leaves an event. An undo brings back what was right before, so it is never held up. What an import or another system tells has
 * happened already; there a policy only warns.
 */
@Component
public class HoldToPolicies {

    static final Pattern HELD = Pattern.compile("Needs approval by ([\\p{L}\\d_]+(?:, [\\p{L}\\d_]+)*): ");
    private static final String NEEDS = "Needs approval by %s: %s";

    /** Who says whether a prohibition is one that nobody has confirmed. */
    private static final String DECIDES = "admin";

    private final Policies policies;
    private final PolicyRoles roles;

    HoldToPolicies(Policies policies, PolicyRoles roles) {
        this.policies = policies;
        this.roles = roles;
    }

    /** What a record says of the facts that policies ask about. */
    public interface ReadFacts {

        /** The facts that the write changes. */
        Set<Fact> changed(Write write, Set<Fact> asked);

        /** The record as it becomes. */
        Facts after(Write write, Set<Fact> asked);

        /** Whether also what a policy is only guessed to ask of a number waits for a person. */
        default boolean asksWhereGuessed(Write write) {
            return false;
        }
    }

    /** @return whether a policy asked for an approval which whoever writes may give */
    public boolean check(Write write, ReadFacts facts) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return false;
        }
        var known = policies.known();
        if (known.isEmpty()) {
            return false;
        }
        var asked = Policies.read(known);
        var changed = facts.changed(write, asked);
        if (changed.stream().noneMatch(asked::contains)) {
            return false;
        }
        var approvals = new ArrayList<Ruling>();
        for (var ruling : policies.rule(known, facts.after(write, asked))) {
            if (facts.asksWhereGuessed(write) && guess(ruling, changed)) {
                approvals.add(ruling);
            } else if (concerns(ruling, changed)) {
                enforce(write, ruling, approvals);
            }
        }
        return !approvals.isEmpty() && !hold(write, approvals);
    }

    /** What has not changed was asked for before. */
    private static boolean concerns(Ruling ruling, Set<Fact> changed) {
        return ruling.reads().stream().anyMatch(changed::contains);
    }

    /** A guess about a number that is written. What is guessed of names and places is too weak to hold anything up. */
    private static boolean guess(Ruling ruling, Set<Fact> changed) {
        boolean asks = ruling.verdict() instanceof Verdict.Approval || ruling.verdict() instanceof Verdict.Refuse;
        return asks
                && ruling.guessed()
                && !ruling.rules().isEmpty()
                && ruling.rules().stream().allMatch(rule -> rule.rule().when().facts().stream()
                        .anyMatch(fact -> fact.numeric() && changed.contains(fact)));
    }

    private static void enforce(Write write, Ruling ruling, List<Ruling> approvals) {
        boolean elsewhere =
                write.cause().kind() == CauseKind.IMPORT || write.cause().kind() == CauseKind.SYNC;
        if (ruling.enforce() == Enforcement.WARN || elsewhere) {
            warn(write, ruling, Example.told(ruling.verdict()));
            return;
        }
        switch (ruling.verdict()) {
            case Verdict.Refuse _ ->
                write.refuse(CommonError.NOT_ALLOWED, field(ruling), "A policy prohibits this: " + ruling.clause());
            case Verdict.Missing(var needs) ->
                write.refuse(
                        CommonError.BAD_VALUE,
                        field(ruling),
                        "Fill in %s first: %s"
                                .formatted(
                                        needs.stream()
                                                .map(name -> name.replace('_', ' '))
                                                .collect(Collectors.joining(", ")),
                                        ruling.clause()));
            case Verdict.Approval _ -> approvals.add(ruling);
            case Verdict.Price _, Verdict.Route _, Verdict.Unknown _, Verdict.Allow _ -> {}
        }
    }

    /** One reason for all of them: who decides has to hold each role. */
    private boolean hold(Write write, List<Ruling> approvals) {
        var by = new LinkedHashSet<String>();
        var clauses = new LinkedHashSet<String>();
        for (var ruling : approvals) {
            var asked = ruling.verdict() instanceof Verdict.Approval(var named) ? named : List.of(DECIDES);
            if (!asked.stream().allMatch(roles::held)) {
                by.addAll(asked);
                clauses.add(ruling.clause());
            }
        }
        if (by.isEmpty()) {
            return false;
        }
        write.hold(NEEDS.formatted(String.join(", ", by), String.join(" ", clauses)));
        return true;
    }

    private static void warn(Write write, Ruling ruling, String asks) {
        boolean says = ruling.verdict() instanceof Verdict.Refuse
                || ruling.verdict() instanceof Verdict.Missing
                || ruling.verdict() instanceof Verdict.Approval;
        if (says) {
            write.announce(
                    PolicyEvents.WARNED,
                    Map.of(
                            "entry_id", ruling.entryId().toString(),
                            "version", ruling.version(),
                            "title", ruling.title(),
                            "clause", ruling.clause(),
                            "asks", asks));
        }
    }

    private static String field(Ruling ruling) {
        return ruling.reads().contains(Fact.STAGE_TO)
                ? "stage"
                : ruling.reads().contains(Fact.AMOUNT) ? "deal_amount" : "policy";
    }
}
