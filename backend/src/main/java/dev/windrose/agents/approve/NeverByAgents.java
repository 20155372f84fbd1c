package dev.windrose.agents.approve;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.GuardDecision;
import java.util.List;
import org.springframework.stereotype.Component;

/** An agent decides on no change, not even on its own, whatever the rights of the person behind it. */
@Component
class NeverByAgents implements GuardDecision {

    @Override
    public void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        if (ActorScope.current().kind() == ActorKind.AGENT) {
            throw new AppException(CommonError.NOT_ALLOWED, "An agent decides on no change. A person has to.");
        }
    }
}
