package dev.windrose.workspace;

import dev.windrose.events.EventSubscription;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.Teams;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people what others did that is meant for them, and what they wanted to be reminded of. Nobody is told of own doings. */
@Component
class NotifyPeople implements EventSubscription {

    /** An import or a sync that brings a thousand records is no news a thousand times. */
    private static final Set<ActorKind> ASSIGNING = Set.of(ActorKind.PERSON, ActorKind.TOKEN, ActorKind.AGENT);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final NotificationStore store;
    private final Records records;
    private final Workspaces workspaces;
    private final Teams teams;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NotifyPeople(
            NotificationStore store,
            Records records,
            Workspaces workspaces,
            Teams teams,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.records = records;
        this.workspaces = workspaces;
        this.teams = teams;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "workspace.notifications";
    }

    @Override
    public Set<String> eventNames() {
        return Set.of(
                "comment_mentioned",
                "task_created",
                "task_updated",
                "task_binned",
                "task_restored",
                "issue_created",
                "issue_updated",
                "deal_created",
                "deal_updated",
                "company_created",
                "company_updated",
                "record_shared");
    }

    /** What happened before there were notifications is no news. */
    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void handle(List<LoggedEvent> events) {
        transaction.executeWithoutResult(_ -> events.forEach(this::tell));
    }

    private void tell(LoggedEvent event) {
        var id = event.recordId();
        String type = event.recordType();
        if (id == null || type == null) {
            return;
        }
        switch (event.name()) {
            case "comment_mentioned" -> mentioned(event, id);
            case "record_shared" -> shared(event, type, id);
            default -> written(event, type, id);
        }
    }

    private void shared(LoggedEvent event, String type, UUID id) {
        var person = event.payload().get("person_id");
        var team = event.payload().get("team_id");
        var people = person != null
                ? List.of(person.toString())
                : teams.all().stream()
                        .filter(one -> one.id().toString().equals(String.valueOf(team)))
                        .flatMap(one -> one.members().stream())
                        .map(PersonId::toString)
                        .toList();
        people.forEach(one -> add(
                event,
                one,
                NotificationKind.SHARED,
                "shared:" + event.position().key(),
                type,
                id,
                event.occurredAt()));
    }

    private void mentioned(LoggedEvent event, UUID comment) {
        if (!(event.payload().get("record_type") instanceof String type)
                || !(event.payload().get("record_id") instanceof String about)) {
            return;
        }
        people(event.payload().get("people"))
                .forEach(person -> add(
                        event,
                        person,
                        NotificationKind.MENTION,
                        Notification.mentionedIn(comment),
                        type,
                        UUID.fromString(about),
                        event.occurredAt()));
    }

    private void written(LoggedEvent event, String type, UUID id) {
        var fields = event.payload().get("fields") instanceof List<?> list ? list : List.of();
        boolean task = type.equals("task");
        String holder = task || type.equals("issue") ? "assignee_id" : "owner_id";
        if (!task && !fields.contains(holder)) {
            return;
        }
        var record = records.find(type, id);
        if (fields.contains(holder) && ASSIGNING.contains(event.actorKind())) {
            assigned(event, record, holder);
        }
        if (task) {
            store.cancel(id, clock.instant());
            record.ifPresent(found -> remind(event, found));
        }
    }

    private void assigned(LoggedEvent event, Optional<RecordData> record, String holder) {
        record.filter(found -> !found.binned() && found.reference(holder) != null)
                .ifPresent(found -> add(
                        event,
                        String.valueOf(found.reference(holder)),
                        NotificationKind.ASSIGNMENT,
                        "assigned:%s:%s".formatted(found.id(), event.payload().get("version")),
                        found.type(),
                        found.id(),
                        event.occurredAt()));
    }

    private void remind(LoggedEvent event, RecordData task) {
        String status = String.valueOf(task.text("status"));
        var person = task.reference("assignee_id");
        if (task.binned() || person == null || status.equals("done") || status.equals("cancelled")) {
            return;
        }
        if (task.value("due_date") instanceof LocalDate due) {
            var zone = ZoneId.of(workspaces.current().timeZone());
            coming(
                    task,
                    person,
                    NotificationKind.TASK_DUE,
                    due.atTime(MORNING).atZone(zone).toInstant());
        }
        if (task.value("remind_at") instanceof Instant at) {
            coming(task, person, NotificationKind.REMINDER, at);
        }
    }

    /** A reminder of one's own is no doing of others, so nobody is named. */
    private void coming(RecordData task, UUID person, NotificationKind kind, Instant at) {
        if (at.isAfter(clock.instant())) {
            String key = "%s:%s:%s".formatted(kind.wire(), task.id(), at);
            store.add(
                    new Notification(Ids.next(), person, kind, key, task.type(), task.id(), null, null, null, at, null),
                    clock.instant());
        }
    }

    private void add(
            LoggedEvent event, String person, NotificationKind kind, String key, String type, UUID record, Instant at) {
        var by = event.person();
        if (by != null && by.toString().equals(person)) {
            return;
        }
        store.add(
                new Notification(
                        Ids.next(),
                        UUID.fromString(person),
                        kind,
                        key,
                        type,
                        record,
                        null,
                        by == null ? null : by.value(),
                        event.actorName(),
                        at,
                        null),
                clock.instant());
    }

    private static List<String> people(@Nullable Object payload) {
        return payload instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
