package dev.windrose.crm.territory;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the territory of companies that are new or changed, and of all companies when territories change. */
@Component
class FollowCompanies implements EventSubscription {

    private static final Set<String> DECIDING = Set.of("filter", "position");

    private final AssignTerritories assign;
    private final Jobs jobs;

    FollowCompanies(AssignTerritories assign, Jobs jobs) {
        this.assign = assign;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "crm.territories";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of(
                "company_created",
                "company_updated",
                "company_restored",
                "territory_created",
                "territory_updated",
                "territory_binned",
                "territory_restored");
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        events.stream()
                .filter(FollowCompanies::decides)
                .reduce((_, last) -> last)
                .ifPresent(last -> jobs.enqueue(
                        JobRequest.of(ReassignTerritories.TYPE, last.position().key(), "")));
        var companies = events.stream()
                .filter(event -> "company".equals(event.recordType()))
                .map(LoggedEvent::recordId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!companies.isEmpty()) {
            assign.assign(companies);
        }
    }

    private static boolean decides(LoggedEvent event) {
        return "territory".equals(event.recordType())
                && (!event.name().equals("territory_updated")
                        || event.payload().get("fields") instanceof List<?> fields
                                && fields.stream().anyMatch(DECIDING::contains));
    }
}
