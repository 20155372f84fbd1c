package dev.windrose.agents.stock;

import dev.windrose.agents.tool.CallScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Argument;
import dev.windrose.platform.tool.Effect;
import dev.windrose.platform.tool.Tier;
import dev.windrose.platform.tool.Tool;
import dev.windrose.records.Descriptors;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.OperationStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes records. Each call is a change set, so people see it, approve or refuse it and undo it as any other. What an agent may not do alone becomes a
 * proposal, whatever it asked for.
 */
@Component
public class WriteTools {

    private final Changes changes;
    private final Descriptors descriptors;

    WriteTools(Changes changes, Descriptors descriptors) {
        this.changes = changes;
        this.descriptors = descriptors;
    }

    /** Changes that belong together. */
    public record Change(
            @Argument("What this is for, in one line for people")
            String summary,

            @Argument("The operations, in their order") List<Step> operations) {}

    /** One operation. */
    public record Step(
            @Argument(
                    value = "What is done",
                    choices = {"create", "update", "delete", "restore"})
            String op,

            @Argument("The record type") String type,

            @Argument("The record; for a new one left out, or an id to refer to it by") @Nullable
            UUID id,

            @Argument("The version that was read; the change is refused where it is not the newest") @Nullable
            Long version,

            @Argument("Values by field name; null empties a field") @Nullable
            Map<String, @Nullable Object> values,

            @Argument(
                    "The words it rests on, as they stand in the goal or in what was read; an agent has to quote them")
            @Nullable
            String evidence) {}

    @Tool(
            name = "propose_changes",
            says =
                    "Proposes changes of records, which a person then applies or refuses. For whatever binds us or cannot be taken back.",
            effect = Effect.PROPOSE,
            tier = Tier.CORE,
            scope = "write")
    public Map<String, @Nullable Object> propose(Change change) {
        var drafts = drafts(change, true);
        return told(changes.propose(draft(change, drafts)), null);
    }

    @Tool(
            name = "apply_changes",
            says =
                    "Changes records at once, with undo. Deletions, closing a deal and the like become a proposal instead, which the answer says.",
            effect = Effect.WRITE,
            tier = Tier.CORE,
            scope = "write")
    public Map<String, @Nullable Object> apply(Change change) {
        var safe = new ArrayList<DraftOperation>();
        var risky = new ArrayList<DraftOperation>();
        drafts(change, true).forEach(operation -> (Risk.of(operation).isPresent() ? risky : safe).add(operation));
        var applied = safe.isEmpty() ? null : changes.apply(draft(change, safe).askingBeforeOverwriting());
        var waiting = risky.isEmpty() ? null : changes.propose(draft(change, risky));
        return told(applied, waiting);
    }

    /** A task for somebody. */
    public record NewTask(
            @Argument("What is to be done, in one line") String title,
            @Argument("More about it") @Nullable String description,
            @Argument("The day it is due") @Nullable LocalDate dueDate,
            @Argument("The person who does it") @Nullable UUID assigneeId,

            @Argument(
                    value = "How urgent it is",
                    choices = {"low", "medium", "high", "urgent"})
            @Nullable
            String priority,

            @Argument("The company it is about") @Nullable UUID companyId,
            @Argument("The contact it is about") @Nullable UUID contactId,
            @Argument("The deal it is about") @Nullable UUID dealId) {}

    @Tool(
            name = "create_task",
            says = "Creates a task with a due day for somebody, about a company, a contact or a deal.",
            effect = Effect.WRITE,
            tier = Tier.CORE,
            scope = "write")
    public Map<String, @Nullable Object> task(NewTask task) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("title", task.title());
        values.put("status", "open");
        put(values, "description", task.description());
        put(values, "due_date", task.dueDate());
        put(values, "assignee_id", task.assigneeId());
        put(values, "priority", task.priority());
        put(values, "company_id", task.companyId());
        put(values, "contact_id", task.contactId());
        put(values, "deal_id", task.dealId());
        return one("task", values, "Task: " + task.title());
    }

    /** A note on a record. */
    public record NewNote(
            @Argument("The type of the record it is about") String type,
            @Argument("The record it is about") UUID id,

            @Argument("A title; the first line where left out") @Nullable
            String title,

            @Argument("The text, Markdown") String body) {}

    @Tool(
            name = "write_note",
            says = "Writes a note on a record, such as a summary or a draft that people go on with.",
            effect = Effect.WRITE,
            tier = Tier.EXTENDED,
            scope = "write")
    public Map<String, @Nullable Object> note(NewNote note) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("record_type", note.type());
        values.put("record_id", note.id().toString());
        values.put("body", note.body());
        put(values, "title", note.title());
        return one("note", values, "Note");
    }

    private Map<String, @Nullable Object> one(String type, Map<String, @Nullable Object> values, String summary) {
        var operation = DraftOperation.create(type, values);
        MayChange.require(descriptors, operation);
        return told(
                changes.apply(ChangeDraft.of(CallScope.current().cause(), summary, operation)
                        .askingBeforeOverwriting()),
                null);
    }

    private static void put(Map<String, @Nullable Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** A proposal stays whole: all of an operation is applied or nothing. */
    private static ChangeDraft draft(Change change, List<DraftOperation> operations) {
        return ChangeDraft.of(CallScope.current().cause(), change.summary(), operations);
    }

    private List<DraftOperation> drafts(Change change, boolean quoted) {
        if (change.operations().isEmpty() || change.operations().size() > 200) {
            throw new AppException(CommonError.BAD_VALUE, "A change has 1 to 200 operations.", "operations");
        }
        var drafts = new ArrayList<DraftOperation>();
        for (int index = 0; index < change.operations().size(); index++) {
            var step = change.operations().get(index);
            String at = "operations." + index;
            var draft = based(operation(step, at), step.version());
            MayChange.require(descriptors, draft);
            drafts.add(draft.because(quoted ? MayChange.evidence(step.evidence(), at) : null, null));
        }
        return drafts;
    }

    private static DraftOperation based(DraftOperation draft, @Nullable Long version) {
        return version == null ? draft : draft.basedOn(version);
    }

    private static DraftOperation operation(Step step, String at) {
        Map<String, @Nullable Object> values = step.values() == null ? Map.of() : step.values();
        if (step.op().equals("create")) {
            return step.id() == null
                    ? DraftOperation.create(step.type(), values)
                    : DraftOperation.create(step.type(), step.id(), values);
        }
        if (step.id() == null) {
            throw new AppException(CommonError.REQUIRED, "Which record?", at + ".id");
        }
        return switch (step.op()) {
            case "update" -> DraftOperation.update(step.type(), step.id(), values);
            case "delete" -> DraftOperation.delete(step.type(), step.id());
            case "restore" -> DraftOperation.restore(step.type(), step.id());
            default ->
                throw new AppException(CommonError.BAD_VALUE, "\"%s\" is no operation.".formatted(step.op()), at);
        };
    }

    private static Map<String, @Nullable Object> told(@Nullable ChangeSet set, @Nullable ChangeSet waiting) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var sets = new ArrayList<Map<String, @Nullable Object>>();
        boolean waits = false;
        for (var one : java.util.Arrays.asList(set, waiting)) {
            if (one != null && !one.operations().isEmpty()) {
                sets.add(json(one));
                waits |= one.operations().stream().anyMatch(operation -> operation.status() == OperationStatus.WAITING);
            }
        }
        json.put("change_sets", sets);
        json.put("waits_for_decision", waits);
        return json;
    }

    private static Map<String, @Nullable Object> json(ChangeSet set) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", set.id().toString());
        json.put("status", set.status().name().toLowerCase(Locale.ROOT));
        json.put("summary", set.summary());
        json.put(
                "operations",
                set.operations().stream()
                        .map(operation -> {
                            var one = new LinkedHashMap<String, @Nullable Object>();
                            one.put("op", operation.op().wire());
                            one.put("type", operation.recordType());
                            one.put("id", operation.recordId().toString());
                            one.put("title", operation.recordTitle());
                            one.put("status", operation.status().name().toLowerCase(Locale.ROOT));
                            one.put("reason", operation.reason());
                            return one;
                        })
                        .toList());
        return json;
    }
}
