package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.ExternalId;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An alert becomes a task of today for whoever owns the record, who is told of it as of every task. */
@Component
class KeepAlert {

    /** In whose name the tasks are made. */
    static final String NAME = "Alert";

    private static final Set<String> LINKED = Set.of("company", "contact", "deal");
    private static final int LONGEST = 200;

    private final Records records;
    private final Changes changes;
    private final Workspaces workspaces;

    KeepAlert(Records records, Changes changes, Workspaces workspaces) {
        this.records = records;
        this.changes = changes;
        this.workspaces = workspaces;
    }

    /** @return what became of it, in a sentence */
    String keep(UUID message, ParsedMessage parsed, ParsedMessage.About about) {
        var record = records.find(about.recordType(), UUID.fromString(about.recordId()));
        if (record.isEmpty()) {
            return "The record is not there any more.";
        }
        var values = new LinkedHashMap<String, Object>();
        values.put("title", parsed.text().length() > LONGEST ? parsed.text().substring(0, LONGEST) : parsed.text());
        values.put("due_date", workspaces.today().toString());
        var owner = record.get().reference("owner_id");
        if (owner != null) {
            values.put("assignee_id", owner.toString());
        }
        if (LINKED.contains(about.recordType())) {
            values.put(about.recordType() + "_id", about.recordId());
        }
        var company = about.recordType().equals("company") ? null : record.get().reference("company_id");
        if (company != null) {
            values.put("company_id", company.toString());
        }
        var task = DraftOperation.create("task", values).knownAs(List.of(new ExternalId("alert", message.toString())));
        var draft = ChangeDraft.of(Cause.message(message), parsed.text(), task);
        ActorScope.call(ActorScope.current().agent(NAME), () -> changes.apply(draft));
        return "A task was made of it.";
    }
}
