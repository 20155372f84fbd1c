package dev.windrose.context.policy;

import dev.windrose.context.policy.PolicyFindingStore.Kept;
import dev.windrose.context.policy.rule.CompareRules;
import dev.windrose.context.policy.rule.CompareRules.Difference;
import dev.windrose.platform.id.ContextEntryId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How policies stand to each other. A policy is compared with the others when its rules are made, and what is found is kept. */
@Component
public class FindConflicts {

    private final Policies policies;
    private final PolicyFindingStore store;

    FindConflicts(Policies policies, PolicyFindingStore store) {
        this.policies = policies;
        this.store = store;
    }

    /** Among the live policies that the actor in scope may read. */
    @Transactional(readOnly = true)
    public List<PolicyFinding> all() {
        var known = policies.readable().stream().collect(Collectors.toMap(LivePolicy::id, Function.identity()));
        return Stream.concat(store.all().stream(), missing(known.values()))
                .filter(kept -> known.containsKey(kept.one()) && known.containsKey(kept.other()))
                .map(kept -> finding(kept.difference(), known.get(kept.one()), known.get(kept.other())))
                .toList();
    }

    /** What is not kept yet. */
    private Stream<Kept> missing(Collection<LivePolicy> known) {
        var uncompared = store.uncompared();
        var found = new ArrayList<Kept>();
        for (var policy : uncompared.isEmpty() ? List.<LivePolicy>of() : List.copyOf(known)) {
            for (var other : known) {
                boolean open = uncompared.contains(policy.id())
                        && (!uncompared.contains(other.id())
                                || policy.id().value().compareTo(other.id().value()) < 0);
                if (open && !policy.id().equals(other.id())) {
                    compared(policy, other).ifPresent(found::add);
                }
            }
        }
        return found.stream();
    }

    /**
     * How a clause would stand to the live policies that the actor in scope may read.
     *
     * @param self the entry that it is the clause of
     */
    @Transactional(readOnly = true)
    public List<PolicyFinding> of(CompiledClause clause, @Nullable ContextEntryId self) {
        if (clause.textOnly()) {
            return List.of();
        }
        return policies.readable().stream()
                .filter(policy -> !policy.id().equals(self) && !policy.rules().isEmpty())
                .flatMap(policy -> CompareRules.of(clause.conditions(), policy.conditions()).stream()
                        .map(difference -> new PolicyFinding(
                                kind(difference),
                                text(difference).formatted("This clause", '"' + policy.title() + '"'),
                                difference.where(),
                                List.of(policy))))
                .toList();
    }

    /** Compares a policy whose rules have just been made with others that are live, on whatever days. */
    void refresh(LivePolicy policy, List<LivePolicy> others) {
        others.forEach(other -> compared(policy, other).ifPresent(store::put));
    }

    private static Optional<Kept> compared(LivePolicy policy, LivePolicy other) {
        if (policy.rules().isEmpty() || other.rules().isEmpty()) {
            return Optional.empty();
        }
        boolean first = policy.id().value().compareTo(other.id().value()) < 0;
        var one = first ? policy : other;
        var two = first ? other : policy;
        return CompareRules.of(one.conditions(), two.conditions())
                .map(difference -> new Kept(one.id(), two.id(), difference));
    }

    private static PolicyFinding finding(Difference difference, LivePolicy one, LivePolicy other) {
        return new PolicyFinding(
                kind(difference),
                text(difference).formatted('"' + one.title() + '"', '"' + other.title() + '"'),
                difference.where(),
                List.of(one, other));
    }

    private static String text(Difference difference) {
        return switch (difference.relation()) {
            case CONFLICT -> "%s and %s ask for what cannot be done together.";
            case GAP -> "Between %s and %s nothing is said.";
            case OVERLAP -> "%s and %s both apply.";
            case UNCOMPARED ->
                "%s and %s are not compared: together they ask about more than 100,000 combinations of facts. Read them side by side, or split one of them.";
        };
    }

    private static PolicyFinding.Kind kind(Difference difference) {
        return switch (difference.relation()) {
            case CONFLICT -> PolicyFinding.Kind.CONFLICT;
            case GAP -> PolicyFinding.Kind.GAP;
            case OVERLAP -> PolicyFinding.Kind.OVERLAP;
            case UNCOMPARED -> PolicyFinding.Kind.UNCOMPARED;
        };
    }
}
