package dev.windrose.agents.run;

import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.GuardDecision;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A run whose proposal is decided on goes on, in the transaction of the decision. It forbids nothing. */
@Component
class GoOnAfterDecision implements GuardDecision {

    /** Jobs of the product name themselves there. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AgentRunStore store;
    private final Jobs jobs;

    GoOnAfterDecision(AgentRunStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision) {
        var run = set.cause().id();
        if (set.cause().kind() == CauseKind.RUN
                && run != null
                && ID.matcher(run).matches()) {
            store.find(UUID.fromString(run)).ifPresent(found -> jobs.wake(found.job()));
        }
    }
}
