package dev.windrose.crm.territory;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at every company again, some hundred at a time. */
@Component
public class ReassignTerritories implements JobHandler {

    static final String TYPE = "crm.territories";

    private final AssignTerritories assign;
    private final TerritoryStore store;
    private final ObjectProvider<Jobs> jobs;

    ReassignTerritories(AssignTerritories assign, TerritoryStore store, ObjectProvider<Jobs> jobs) {
        this.assign = assign;
        this.store = store;
        this.jobs = jobs;
    }

    /** How far a round is: the last company looked at, and how many moved. */
    record Round(UUID last, int seen, int moved) {}

    /** Starts a round over all companies. */
    public JobId start() {
        Permissions.require(Operation.UPDATE, "territory");
        return jobs.getObject().enqueue(JobRequest.of(TYPE, ""));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Object run(JobContext job) {
        var round = new Round(new UUID(0, 0), 0, 0);
        for (int n = 0; ; n++) {
            var before = round;
            round = job.step("batch " + n, Round.class, () -> next(before));
            if (round.seen() == before.seen()) {
                return Map.of("companies", round.seen(), "moved", round.moved());
            }
            job.progress(round.seen(), null, "%,d accounts looked at".formatted(round.seen()));
        }
    }

    private Round next(Round before) {
        List<UUID> companies = store.companiesAfter(before.last(), AssignTerritories.BATCH);
        return companies.isEmpty()
                ? before
                : new Round(
                        companies.getLast(),
                        before.seen() + companies.size(),
                        before.moved() + assign.assign(companies));
    }
}
