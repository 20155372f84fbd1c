package dev.windrose.journeys.track;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Visitors who said who they are before there was a contact become that contact once there is one. */
@Component
class FollowContacts implements EventSubscription {

    private final VisitorStore visitors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowContacts(VisitorStore visitors, TransactionTemplate transaction, Clock clock) {
        this.visitors = visitors;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "journeys.visitors";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of("contact_created", "contact_updated", "contact_restored");
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var contacts = events.stream()
                .map(LoggedEvent::recordId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        transaction.executeWithoutResult(_ -> follow(contacts));
    }

    private void follow(List<UUID> contacts) {
        visitors.lock(true);
        var waiting = visitors.unlinked(visitors.emails(contacts), Set.of());
        if (!waiting.isEmpty()) {
            visitors.spread(visitors.link(waiting, clock.instant()));
        }
        visitors.spreadCompanies(contacts);
    }
}
