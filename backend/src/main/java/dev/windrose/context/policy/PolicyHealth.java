package dev.windrose.context.policy;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.HealthSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Policies that cannot both be kept, and cases that they leave open. Two that merely both apply are listed with the policies alone. */
@Component
class PolicyHealth implements HealthSource {

    private final FindConflicts conflicts;

    PolicyHealth(FindConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public List<Finding> findings() {
        return conflicts.all().stream()
                .filter(finding -> finding.kind() != PolicyFinding.Kind.OVERLAP)
                .map(finding -> new Finding(
                        EntryCategory.POLICY,
                        "policy_" + finding.kind().wire(),
                        finding.text(),
                        finding.policies().stream().map(LivePolicy::id).toList()))
                .toList();
    }
}
