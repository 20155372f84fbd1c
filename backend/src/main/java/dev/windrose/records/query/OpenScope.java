package dev.windrose.records.query;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins the compilation of a statement. */
@Component
class OpenScope {

    private final Descriptors descriptors;
    private final AccessSql access;
    private final Workspaces workspaces;
    private final Clock clock;
    private final Colleagues colleagues;
    private final List<ActivityType> activities;

    OpenScope(
            Descriptors descriptors,
            AccessSql access,
            Workspaces workspaces,
            Clock clock,
            Colleagues colleagues,
            ObjectProvider<ActivityType> activities) {
        this.descriptors = descriptors;
        this.access = access;
        this.workspaces = workspaces;
        this.clock = clock;
        this.colleagues = colleagues;
        this.activities = activities.orderedStream().toList();
    }

    StatementScope of() {
        return of(false);
    }

    /** @param wholeRecords also by fields that the actor does not see */
    StatementScope of(boolean wholeRecords) {
        return new StatementScope(
                descriptors,
                access,
                new Calendar(clock.instant(), workspaces::current),
                colleagues,
                activities,
                wholeRecords);
    }
}
