package dev.windrose.records.change;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.WorkingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets one operation take effect on its record, as earlier operations of the draft have left it. */
@Component
class PlanOperation {

    private final Supplier<Map<String, List<RecordRule>>> rules;
    private final ParseOperation parse;
    private final CheckCustomFields customFields;

    PlanOperation(ObjectProvider<RecordRule> rules, ParseOperation parse, CheckCustomFields customFields) {
        // Rules need what needs this, so they are looked up at the first write.
        this.rules = SingletonSupplier.of(() -> rules.orderedStream().collect(Collectors.groupingBy(RecordRule::type)));
        this.parse = parse;
        this.customFields = customFields;
    }

    void in(Plan plan, PlannedOperation planned) {
        var record = plan.record(planned.type, planned.draft.recordId());
        if (record == null) {
            planned.problem(
                    CommonError.NOT_FOUND,
                    "id",
                    "There is no such %s.".formatted(planned.type.label().toLowerCase(Locale.ROOT)));
            return;
        }
        if (planned.closed()) {
            planned.title = planned.type.titleOf(record.values);
            return;
        }
        planned.startFrom(record.values);
        checkState(planned, record);
        if (planned.draft.op() == Op.CREATE || planned.draft.op() == Op.UPDATE) {
            leaveWhatChangedSince(plan, planned);
            planned.parsed.forEach((field, value) -> put(planned.after, field, value));
            customFields.complete(planned);
            parse.completeCurrencies(plan, planned);
        }
        if (planned.problems.isEmpty()) {
            rules.get()
                    .getOrDefault(planned.type.name(), List.of())
                    .forEach(rule -> rule.check(new Write(planned, plan)));
        }
        requireFields(planned);
        customFields.check(planned);
        if (!planned.problems.isEmpty()) {
            return;
        }
        compare(planned, record);
        CheckUnique.claim(plan, planned);
        if (!planned.problems.isEmpty()) {
            planned.changes.clear();
            return;
        }
        askOrTakeEffect(plan, planned, record);
    }

    private static void askOrTakeEffect(Plan plan, PlannedOperation planned, WorkingRecord record) {
        if (planned.held != null && (planned.draft.op() != Op.UPDATE || planned.says())) {
            planned.end(OperationStatus.WAITING, planned.held);
            return;
        }
        askFirst(plan, planned, record);
        takeEffect(plan, planned, record);
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private static void checkState(PlannedOperation planned, WorkingRecord record) {
        var draft = planned.draft;
        if (draft.baseVersion() != null && draft.baseVersion() != record.version()) {
            planned.problem(
                    CommonError.STALE_VERSION,
                    "version",
                    "Somebody has changed %s since: it is at version %d, not %d."
                            .formatted(planned.title, record.version(), draft.baseVersion()));
        }
        switch (draft.op()) {
            case CREATE -> {}
            case UPDATE, DELETE -> {
                if (record.binned()) {
                    planned.problem(CommonError.NOT_FOUND, "id", "%s is in the bin.".formatted(planned.title));
                }
            }
            case RESTORE -> {
                if (!record.binned()) {
                    planned.problem(CommonError.CONFLICT, "id", "%s is not in the bin.".formatted(planned.title));
                }
            }
        }
    }

    /** An undo leaves fields that have changed since and names them; what was proposed is not applied at all then. */
    private static void leaveWhatChangedSince(Plan plan, PlannedOperation planned) {
        List<String> moved = new ArrayList<>();
        planned.draft.expected().forEach((field, expected) -> {
            if (!Json.same(planned.before.get(field), expected)) {
                moved.add(planned.type.field(field).map(FieldDescriptor::label).orElse(field));
                planned.parsed.remove(field);
            }
        });
        if (moved.isEmpty()) {
            return;
        }
        String sentence = "Changed since: %s.".formatted(String.join(", ", moved));
        if (plan.draft.cause().kind() == CauseKind.UNDO && !planned.parsed.isEmpty()) {
            planned.reason = sentence;
        } else {
            planned.problem(
                    CommonError.CONFLICT,
                    planned.draft.expected().keySet().iterator().next(),
                    sentence);
        }
    }

    private static void requireFields(PlannedOperation planned) {
        if (planned.draft.op() != Op.CREATE && planned.draft.op() != Op.UPDATE) {
            return;
        }
        for (var field : planned.type.fields().values()) {
            boolean named = planned.problems.stream()
                    .anyMatch(problem -> problem.field().equals(field.name()));
            if (field.required() && !planned.after.containsKey(field.name()) && !named && concerns(planned, field)) {
                planned.problem(CommonError.REQUIRED, field.name(), "%s is required.".formatted(field.label()));
            }
        }
    }

    /** A field that the workspace has made required later does not hold up changes of records that have no value yet. */
    private static boolean concerns(PlannedOperation planned, FieldDescriptor field) {
        return field.custom() == null || planned.draft.op() == Op.CREATE || planned.parsed.containsKey(field.name());
    }

    private static void compare(PlannedOperation planned, WorkingRecord record) {
        for (var field : planned.type.dataFields()) {
            Object before = planned.before.get(field.name());
            Object after = planned.after.get(field.name());
            // What was not touched is the same object, which is most of a record.
            if (before != after && !Json.same(before, after)) {
                var note = planned.draft.notes().getOrDefault(field.name(), FieldNote.NONE);
                planned.changes.add(new FieldChange(
                        field.name(),
                        field.label(),
                        JsonValue.of(before),
                        JsonValue.of(after),
                        note.evidence(),
                        note.confidence() == null ? planned.draft.confidence() : note.confidence(),
                        record.stamp(field.name())));
            }
        }
        planned.title = planned.type.titleOf(planned.after);
    }

    /** Takes fields that a person has set out of a machine's operation and lets them wait in one of their own. */
    private static void askFirst(Plan plan, PlannedOperation planned, WorkingRecord record) {
        if (!plan.draft.asksBeforeOverwriting()
                || ActorScope.current().kind() == ActorKind.PERSON
                || planned.draft.op() != Op.UPDATE) {
            return;
        }
        var waiting = planned.changes.stream()
                .filter(change -> change.before() != null && Stamps.byPerson(change.formerStamp()))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        waiting.forEach(change -> {
            values.put(change.field(), change.after());
            put(planned.after, change.field(), planned.before.get(change.field()));
        });
        planned.changes.removeAll(waiting);
        var draft = planned.draft;
        var asked = new PlannedOperation(
                new DraftOperation(
                        Ids.next(),
                        Op.UPDATE,
                        draft.type(),
                        draft.recordId(),
                        draft.baseVersion(),
                        values,
                        List.of(),
                        draft.notes(),
                        draft.evidence(),
                        draft.confidence(),
                        Map.of(),
                        Map.of()),
                planned.type);
        asked.title = planned.title;
        asked.changes.addAll(waiting);
        asked.end(OperationStatus.WAITING, "A person has set this before.");
        plan.operations.add(asked);
    }

    private static void takeEffect(Plan plan, PlannedOperation planned, WorkingRecord record) {
        if (planned.draft.op() == Op.UPDATE && !planned.says()) {
            return;
        }
        var actor = ActorScope.current();
        if (planned.draft.op() == Op.CREATE) {
            record.stampAll(Stamps.of(actor, plan.at, plan.id, planned.draft.evidence()));
        }
        for (var change : planned.changes) {
            record.set(change.field(), planned.after.get(change.field()));
            Object former = planned.draft.stamps().get(change.field());
            if (former != null || planned.draft.op() != Op.CREATE || change.evidence() != null) {
                var evidence = change.evidence() == null ? planned.draft.evidence() : change.evidence();
                record.provenance.put(
                        change.field(), former == null ? Stamps.of(actor, plan.at, plan.id, evidence) : former);
            }
        }
        switch (planned.draft.op()) {
            case CREATE, UPDATE -> {}
            case DELETE -> record.bin(plan.at);
            case RESTORE -> record.bin(null);
        }
        record.newExternalIds.addAll(planned.draft.externalIds());
        planned.version = record.nextVersion();
    }
}
