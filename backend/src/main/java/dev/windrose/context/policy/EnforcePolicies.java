package dev.windrose.context.policy;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.GuardDecision;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Holds writes of deals to the policies, and whoever decides on what a policy made wait to the roles that it names. */
@Component
class EnforcePolicies implements RecordRule, GuardDecision {

    private final HoldToPolicies hold;
    private final PolicyRoles roles;
    private final DealFacts facts;

    EnforcePolicies(HoldToPolicies hold, PolicyRoles roles, DealFacts facts) {
        this.hold = hold;
        this.roles = roles;
        this.facts = facts;
    }

    @Override
    public String type() {
        return DealFacts.TYPE;
    }

    @Override
    public void check(Write write) {
        hold.check(write, facts);
    }

    @Override
    public void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        if (decision != Decision.APPLY) {
            return;
        }
        for (var operation : chosen) {
            var reason = operation.reason();
            var held = reason == null ? null : HoldToPolicies.HELD.matcher(reason);
            if (held != null && held.lookingAt()) {
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
}
