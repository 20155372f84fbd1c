package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.GuardDecision;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds writes of deals to the policies: what needs approval waits for who may give it, what is prohibited or lacks fields is refused, with the
 * clause named. A policy that only warns leaves an event. An undo brings back what was right before, so it is never held up. What an import or another
 * system tells has happened already; there a policy only warns.
 */
@Component
class EnforcePolicies implements RecordRule, GuardDecision {

    private static final String NEEDS = "Needs approval by %s: %s";
    private static final Pattern HELD = Pattern.compile("Needs approval by ([\\p{L}\\d_]+(?:, [\\p{L}\\d_]+)*): ");

    private final Policies policies;
    private final PolicyRoles roles;
    private final DealFacts facts;

    EnforcePolicies(Policies policies, PolicyRoles roles, DealFacts facts) {
        this.policies = policies;
        this.roles = roles;
        this.facts = facts;
    }

    @Override
    public String type() {
        return DealFacts.TYPE;
    }

    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        if (!sets || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        var known = policies.known();
        if (known.isEmpty()) {
            return;
        }
        var asked = Policies.read(known);
        var changed = facts.changed(write, asked);
        if (changed.stream().noneMatch(asked::contains)) {
            return;
        }
        for (var ruling : policies.rule(known, facts.after(write, asked))) {
            if (concerns(ruling, changed)) {
                enforce(write, ruling);
            }
        }
    }

    @Override
    public void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        if (decision != Decision.APPLY) {
            return;
        }
        for (var operation : chosen) {
            var reason = operation.reason();
            var held = reason == null ? null : HELD.matcher(reason);
            if (held != null && held.lookingAt() && operation.recordType().equals(DealFacts.TYPE)) {
                Set.of(held.group(1).split(", ")).stream()
                        .filter(role -> !roles.held(role))
                        .findFirst()
                        .ifPresent(role -> {
                            throw new AppException(
                                    CommonError.NOT_ALLOWED,
                                    "This is approved by %s. %s".formatted(role.replace('_', ' '), reason));
                        });
            }
        }
    }

    /** What has not changed was asked for before. */
    private static boolean concerns(Ruling ruling, Set<Fact> changed) {
        return ruling.reads().stream().anyMatch(changed::contains);
    }

    private void enforce(Write write, Ruling ruling) {
        var asks = Example.told(ruling.verdict());
        boolean elsewhere =
                write.cause().kind() == CauseKind.IMPORT || write.cause().kind() == CauseKind.SYNC;
        if (ruling.enforce() == Enforcement.WARN || elsewhere) {
            warn(write, ruling, asks);
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
            case Verdict.Approval(var by) -> {
                var missing = by.stream().filter(role -> !roles.held(role)).toList();
                if (!missing.isEmpty()) {
                    write.hold(NEEDS.formatted(String.join(", ", by), ruling.clause()));
                }
            }
            case Verdict.Price _, Verdict.Route _, Verdict.Unknown _, Verdict.Allow _ -> {}
        }
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
