package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.ExternalId;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A meeting with people we know: one to come is a task of its day, one that took place an interaction. A later message about the same meeting
 * changes that record, or calls it off.
 */
@Component
class KeepMeeting {

    private static final String SOURCE = "calendar";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Records records;
    private final Changes changes;
    private final Workspaces workspaces;

    KeepMeeting(Records records, Changes changes, Workspaces workspaces) {
        this.records = records;
        this.changes = changes;
        this.workspaces = workspaces;
    }

    /** Written by the product, which overwrites nothing that a person has set without asking. */
    void keep(ParsedMessage.Meeting meeting, UUID log) {
        var contacts = contacts(meeting.people());
        if (contacts.isEmpty()) {
            return;
        }
        var operation = operation(meeting, contacts);
        if (operation != null) {
            var draft = new ChangeDraft(Cause.message(log), meeting.title(), List.of(operation), false, true, true);
            ActorScope.call(ActorScope.current().agent("Intake"), () -> changes.apply(draft));
        }
    }

    private List<RecordData> contacts(List<String> addresses) {
        return addresses.isEmpty()
                ? List.of()
                : records.query(RecordQuery.of("contact")
                        .where(Filter.in("email", addresses))
                        .limit(20));
    }

    private @Nullable DraftOperation operation(ParsedMessage.Meeting meeting, List<RecordData> contacts) {
        var id = new ExternalId(SOURCE, meeting.id());
        var known = records.byExternalId("task", id).flatMap(task -> records.find("task", task));
        if (known.isPresent()) {
            var change = meeting.calledOff() ? Map.<String, Object>of("status", "cancelled") : task(meeting, contacts);
            return DraftOperation.update("task", known.get().id(), change);
        }
        if (meeting.calledOff() || records.byExternalId("interaction", id).isPresent()) {
            return null;
        }
        return day(meeting).isBefore(workspaces.today())
                ? DraftOperation.create("interaction", held(meeting, contacts)).knownAs(List.of(id))
                : DraftOperation.create("task", task(meeting, contacts)).knownAs(List.of(id));
    }

    private Map<String, Object> task(ParsedMessage.Meeting meeting, List<RecordData> contacts) {
        var values = new LinkedHashMap<String, Object>();
        String title = "Meeting: " + meeting.title();
        values.put("title", title.length() > 200 ? title.substring(0, 200) : title);
        values.put("due_date", day(meeting).toString());
        values.put("description", when(meeting) + "\nInvited: " + String.join(", ", meeting.people()));
        values.put("contact_id", contacts.getFirst().id().toString());
        company(contacts, values);
        return values;
    }

    private Map<String, Object> held(ParsedMessage.Meeting meeting, List<RecordData> contacts) {
        var values = new LinkedHashMap<String, Object>();
        values.put("interaction_type", "meeting");
        values.put("date", day(meeting).toString());
        values.put("subject", meeting.title());
        values.put("body", when(meeting) + "\nInvited: " + String.join(", ", meeting.people()));
        values.put(
                "contacts",
                contacts.stream().map(contact -> contact.id().toString()).toList());
        company(contacts, values);
        return values;
    }

    private static void company(List<RecordData> contacts, Map<String, Object> values) {
        contacts.stream()
                .map(contact -> contact.value("company_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(company -> values.put("company_id", company.toString()));
    }

    private LocalDate day(ParsedMessage.Meeting meeting) {
        var zone = meeting.zone();
        return zone == null
                ? meeting.begin().toLocalDate()
                : meeting.begin().atZone(zone).withZoneSameInstant(here()).toLocalDate();
    }

    private String when(ParsedMessage.Meeting meeting) {
        if (meeting.wholeDay()) {
            return "All day";
        }
        var zone = meeting.zone() == null ? here() : meeting.zone();
        return TIME.format(meeting.begin().atZone(zone).withZoneSameInstant(here())) + " (" + here() + ")";
    }

    private ZoneId here() {
        return ZoneId.of(workspaces.current().timeZone());
    }
}
