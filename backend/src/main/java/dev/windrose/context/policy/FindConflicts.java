package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.CompareRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares live policies with each other, as far as the actor in scope may read them. */
@Component
public class FindConflicts {

    private final Policies policies;

    FindConflicts(Policies policies) {
        this.policies = policies;
    }

    @Transactional(readOnly = true)
    public List<PolicyFinding> all() {
        var known = policies.readable().stream()
                .filter(policy -> !policy.rules().isEmpty())
                .toList();
        var found = new ArrayList<PolicyFinding>();
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size(); j++) {
                var one = known.get(i);
                var other = known.get(j);
                CompareRules.of(one.conditions(), other.conditions())
                        .ifPresent(difference -> found.add(finding(difference, one, other)));
            }
        }
        return found;
    }

    private static PolicyFinding finding(CompareRules.Difference difference, LivePolicy one, LivePolicy other) {
        var text =
                switch (difference.relation()) {
                    case CONFLICT -> "\"%s\" and \"%s\" ask for what cannot be done together.";
                    case GAP -> "Between \"%s\" and \"%s\" nothing is said.";
                    case OVERLAP -> "\"%s\" and \"%s\" both apply.";
                };
        var kind =
                switch (difference.relation()) {
                    case CONFLICT -> PolicyFinding.Kind.CONFLICT;
                    case GAP -> PolicyFinding.Kind.GAP;
                    case OVERLAP -> PolicyFinding.Kind.OVERLAP;
                };
        return new PolicyFinding(
                kind, text.formatted(one.title(), other.title()), difference.where(), List.of(one, other));
    }
}
