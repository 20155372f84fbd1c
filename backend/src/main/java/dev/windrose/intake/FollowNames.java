package dev.windrose.intake;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.events.RecordsOfEvents;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.Op;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the gazetteer up to date: at once for what this process writes, and by the event log for everything else. */
@Component
class FollowNames implements EventSubscription, ChangeListener {

    private static final int MANY = 500;
    /** Fields that the gazetteer keeps; a change of others does not concern it. */
    private static final Set<String> KEPT =
            Set.of("name", "company_id", "email", "website_url", "country_hq", "title", "stage", "series");

    private static final Set<String> FORGETTING = Set.of("records_changed", "workspace_imported");

    private final Gazetteer gazetteer;

    FollowNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public String name() {
        return "gazetteer";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of();
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public boolean takesBatches() {
        return true;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        if (events.stream().anyMatch(event -> event.recordId() == null && FORGETTING.contains(event.name()))) {
            gazetteer.forget();
            return;
        }
        RecordsOfEvents.byType(events, event -> RecordsOfEvents.concerns(event, KEPT::contains))
                .forEach(gazetteer::refresh);
    }

    @Override
    public void on(ChangeSet committed) {
        if (ActorScope.ifBound().isEmpty()) {
            return;
        }
        if (committed.operations().size() > MANY) {
            gazetteer.forget();
            return;
        }
        Map<String, Set<UUID>> byType = new LinkedHashMap<>();
        committed.operations().stream()
                .filter(ChangeOperation::applied)
                .filter(FollowNames::concerns)
                .forEach(operation -> byType.computeIfAbsent(operation.recordType(), _ -> new LinkedHashSet<>())
                        .add(operation.recordId()));
        byType.forEach(gazetteer::outdated);
    }

    private static boolean concerns(ChangeOperation operation) {
        return operation.op() != Op.UPDATE
                || operation.fields().stream().map(FieldChange::field).anyMatch(KEPT::contains);
    }
}
