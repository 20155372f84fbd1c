package dev.windrose.crm;

import dev.windrose.crm.LastContactStore.Moved;
import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the day of the last contact of companies and people: the latest interaction with them that is no note and not still to come. */
@Component
class FollowLastContact implements EventSubscription {

    private static final String FIELD = "last_contact_date";

    private final LastContactStore store;
    private final Changes changes;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;

    FollowLastContact(LastContactStore store, Changes changes, Workspaces workspaces, TransactionTemplate transaction) {
        this.store = store;
        this.changes = changes;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "crm.last_contact";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of("interaction_created", "interaction_updated", "interaction_binned", "interaction_restored");
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        var interactions = events.stream()
                .map(LoggedEvent::recordId)
                .filter(id -> id != null)
                .distinct()
                .toList();
        transaction.executeWithoutResult(status -> follow(interactions));
    }

    private void follow(List<@Nullable UUID> interactions) {
        var moved = store.moved(interactions, workspaces.today());
        if (!moved.isEmpty()) {
            var operations = moved.stream().map(FollowLastContact::operation).toList();
            changes.apply(ChangeDraft.of(new Cause(CauseKind.RUN, FIELD), "Last contact", operations)
                    .writingReadOnly());
        }
    }

    private static DraftOperation operation(Moved moved) {
        return DraftOperation.update(moved.type(), moved.id(), Collections.singletonMap(FIELD, moved.day()));
    }
}
