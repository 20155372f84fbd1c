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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people what others did that is meant for them, and what they wanted to be reminded of. Nobody is told of own doings. */
@Component
class NotifyPeople implements EventSubscription {

    /** An import or a sync that brings a thousand records is no news a thousand times. */
    private static final Set<ActorKind> ASSIGNING = Set.of(ActorKind.PERSON, ActorKind.TOKEN, ActorKind.AGENT);

    /** More records given to somebody by one change are told of once. */
    private static final int SINGLY = 20;

    private static final String MANY = "One of many records that one change gave to you.";

    private static final String TASK = "task";
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
        transaction.executeWithoutResult(_ -> tell(events));
    }

    /** Few statements for all of them: a bulk edit brings thousands. */
    private void tell(List<LoggedEvent> events) {
        var written = events.stream().filter(NotifyPeople::concernsHolder).toList();
        var found = found(written);
        var many = many(written, found);
        var news = new ArrayList<Notification>();
        for (var event : events) {
            var id = event.recordId();
            String type = event.recordType();
            if (id == null || type == null) {
                continue;
            }
            switch (event.name()) {
                case "comment_mentioned" -> mentioned(event, id, news);
                case "record_shared" -> shared(event, type, id, news);
                default -> assigned(event, found.get(id), many, news);
            }
        }
        var tasks = written.stream()
                .filter(event -> TASK.equals(event.recordType()))
                .map(LoggedEvent::recordId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        store.cancel(tasks, clock.instant());
        tasks.stream().map(found::get).filter(Objects::nonNull).forEach(task -> remind(task, news));
        store.add(news, clock.instant());
    }

    /** Tasks of any change, for their reminders; other records where they get another holder. */
    private static boolean concernsHolder(LoggedEvent event) {
        boolean written =
                !event.name().equals("comment_mentioned") && !event.name().equals("record_shared");
        return written && (TASK.equals(event.recordType()) || fields(event).contains(holder(event)));
    }

    private static String holder(LoggedEvent event) {
        return TASK.equals(event.recordType()) || "issue".equals(event.recordType()) ? "assignee_id" : "owner_id";
    }

    private static List<?> fields(LoggedEvent event) {
        return event.payload().get("fields") instanceof List<?> list ? list : List.of();
    }

    private Map<UUID, RecordData> found(List<LoggedEvent> events) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (var event : events) {
            if (event.recordType() != null && event.recordId() != null) {
                ids.computeIfAbsent(event.recordType(), _ -> new LinkedHashSet<>())
                        .add(event.recordId());
            }
        }
        var found = new HashMap<UUID, RecordData>();
        ids.forEach((type, wanted) -> found.putAll(records.byIds(type, wanted)));
        return found;
    }

    private void shared(LoggedEvent event, String type, UUID id, List<Notification> news) {
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
                news,
                event,
                one,
                NotificationKind.SHARED,
                "shared:" + event.position().key(),
                type,
                id));
    }

    private static void mentioned(LoggedEvent event, UUID comment, List<Notification> news) {
        if (!(event.payload().get("record_type") instanceof String type)
                || !(event.payload().get("record_id") instanceof String about)) {
            return;
        }
        people(event.payload().get("people"))
                .forEach(person -> add(
                        news,
                        event,
                        person,
                        NotificationKind.MENTION,
                        Notification.mentionedIn(comment),
                        type,
                        UUID.fromString(about)));
    }

    private static void assigned(
            LoggedEvent event, @Nullable RecordData record, Set<String> many, List<Notification> news) {
        var person = holderNow(event, record);
        if (record == null || person == null) {
            return;
        }
        String together = together(event, person);
        if (!many.contains(together)) {
            String key = "assigned:%s:%s".formatted(record.id(), event.payload().get("version"));
            add(news, event, person.toString(), NotificationKind.ASSIGNMENT, key, record.type(), record.id());
        } else if (news.stream().noneMatch(one -> one.key().equals(together))) {
            int before = news.size();
            add(news, event, person.toString(), NotificationKind.ASSIGNMENT, together, record.type(), record.id());
            news.subList(before, news.size()).replaceAll(one -> one.saying(MANY));
        }
    }

    private static Set<String> many(List<LoggedEvent> events, Map<UUID, RecordData> found) {
        var counts = new HashMap<String, Integer>();
        for (var event : events) {
            var person = holderNow(event, found.get(event.recordId()));
            if (person != null) {
                counts.merge(together(event, person), 1, Integer::sum);
            }
        }
        counts.values().removeIf(count -> count <= SINGLY);
        return counts.keySet();
    }

    private static String together(LoggedEvent event, UUID person) {
        return "assigned:%s:%s:%s".formatted(event.payload().get("change_set_id"), event.recordType(), person);
    }

    /** Who got the record by the event. */
    private static @Nullable UUID holderNow(LoggedEvent event, @Nullable RecordData record) {
        return record != null
                        && !record.binned()
                        && ASSIGNING.contains(event.actorKind())
                        && fields(event).contains(holder(event))
                ? record.reference(holder(event))
                : null;
    }

    private void remind(RecordData task, List<Notification> news) {
        String status = String.valueOf(task.text("status"));
        var person = task.reference("assignee_id");
        if (task.binned() || person == null || status.equals("done") || status.equals("cancelled")) {
            return;
        }
        if (task.value("due_date") instanceof LocalDate due) {
            var zone = ZoneId.of(workspaces.current().timeZone());
            coming(
                    news,
                    task,
                    person,
                    NotificationKind.TASK_DUE,
                    due.atTime(MORNING).atZone(zone).toInstant());
        }
        if (task.value("remind_at") instanceof Instant at) {
            coming(news, task, person, NotificationKind.REMINDER, at);
        }
    }

    /** A reminder of one's own is no doing of others, so nobody is named. */
    private void coming(List<Notification> news, RecordData task, UUID person, NotificationKind kind, Instant at) {
        if (at.isAfter(clock.instant())) {
            String key = "%s:%s:%s".formatted(kind.wire(), task.id(), at);
            news.add(new Notification(
                    Ids.next(), person, kind, key, task.type(), task.id(), null, null, null, at, null));
        }
    }

    private static void add(
            List<Notification> news,
            LoggedEvent event,
            String person,
            NotificationKind kind,
            String key,
            String type,
            UUID record) {
        var by = event.person();
        if (by != null && by.toString().equals(person)) {
            return;
        }
        news.add(new Notification(
                Ids.next(),
                UUID.fromString(person),
                kind,
                key,
                type,
                record,
                null,
                by == null ? null : by.value(),
                event.actorName(),
                event.occurredAt(),
                null));
    }

    private static List<String> people(@Nullable Object payload) {
        return payload instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
