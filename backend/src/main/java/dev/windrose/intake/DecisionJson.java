package dev.windrose.intake;

import dev.windrose.intake.PlannedWrite.Fate;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Evidence;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Understanding;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.OperationStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision log of one text, as the API tells it and the log keeps it. */
final class DecisionJson {

    private DecisionJson() {}

    static Map<String, @Nullable Object> of(
            UUID id, Understanding understanding, List<PlannedWrite> plan, Outcome outcome) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id.toString());
        json.put("intents", understanding.intents());
        json.put(
                "operations",
                plan.stream().map(write -> operation(write, outcome)).toList());
        json.put("questions", questions(understanding));
        var answer = understanding.answer();
        json.put("answer", answer == null ? null : answer.text());
        json.put(
                "answer_records",
                answer == null
                        ? List.of()
                        : answer.cited().stream().map(DecisionJson::record).toList());
        json.put("clarify", understanding.clarify());
        json.put("notes", understanding.notes());
        json.put(
                "change_set_id",
                outcome.applied() == null ? null : outcome.applied().id().toString());
        json.put(
                "proposed_change_set_id",
                outcome.proposed() == null ? null : outcome.proposed().id().toString());
        return json;
    }

    private static List<Map<String, Object>> questions(Understanding understanding) {
        var out = new ArrayList<Map<String, Object>>();
        for (var question : understanding.questions()) {
            out.add(Map.of(
                    "id",
                    Ids.next().toString(),
                    "text",
                    question.text(),
                    "options",
                    question.options().stream()
                            .map(option -> Map.of("label", option.label(), "value", option.value()))
                            .toList()));
        }
        return out;
    }

    private static Map<String, @Nullable Object> operation(PlannedWrite write, Outcome outcome) {
        var operation = write.operation();
        var result = outcome.of(write);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("op", operation.op());
        json.put("entity", operation.entity());
        json.put(
                "match",
                operation.record() == null
                        ? operation.key()
                        : Map.of("id", operation.record().id()));
        json.put("record", target(write, result));
        json.put("fields", values(write.fields()));
        json.put(
                "field_details",
                write.fields().stream().map(DecisionJson::detail).toList());
        json.put("evidence", evidence(operation.evidence()));
        json.put("confidence", operation.confidence());
        json.put("status", status(write, result));
        json.put(
                "reason",
                result.map(ChangeOperation::reason)
                        .or(() -> Optional.ofNullable(write.reason()))
                        .orElse(null));
        var set =
                write.fate() == Fate.APPLY ? outcome.applied() : write.fate() == Fate.WAIT ? outcome.proposed() : null;
        json.put("change_set_id", set == null ? null : set.id().toString());
        json.put(
                "operation_id",
                write.draft() == null ? null : write.draft().id().toString());
        if (write.shown() != null) {
            json.put("entry", write.shown());
        }
        return json;
    }

    private static String status(PlannedWrite write, Optional<ChangeOperation> result) {
        if (write.fate() == Fate.REFUSE) {
            return "refused";
        }
        var status = result.map(ChangeOperation::status)
                .orElse(write.fate() == Fate.APPLY ? OperationStatus.APPLIED : OperationStatus.WAITING);
        return switch (status) {
            case APPLIED, UNDONE -> "applied";
            case WAITING -> "waiting";
            case REFUSED, CONFLICT -> "refused";
        };
    }

    private static @Nullable Object target(PlannedWrite write, Optional<ChangeOperation> result) {
        var known = write.operation().record();
        if (known != null) {
            return record(known);
        }
        return result.map(done -> (Object) Map.of(
                        "type", done.recordType(), "id", done.recordId().toString(), "title", done.recordTitle()))
                .orElse(null);
    }

    static Map<String, Object> record(KnownRecord record) {
        return Map.of("type", record.type(), "id", record.id(), "title", record.name());
    }

    private static Map<String, Object> values(List<FieldValue> fields) {
        var out = new LinkedHashMap<String, Object>();
        fields.forEach(field -> out.put(field.field(), field.value()));
        return out;
    }

    private static Map<String, Object> detail(FieldValue field) {
        return Map.of(
                "field",
                field.field(),
                "value",
                field.value(),
                "evidence",
                evidence(field.evidence()),
                "confidence",
                field.confidence());
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return Map.of("quote", evidence.quote(), "start", evidence.start(), "end", evidence.end());
    }

    /** What was written and what waits. */
    record Outcome(@Nullable ChangeSet applied, @Nullable ChangeSet proposed) {

        static final Outcome NONE = new Outcome(null, null);

        Optional<ChangeOperation> of(PlannedWrite write) {
            var draft = write.draft();
            return draft == null
                    ? Optional.empty()
                    : java.util.stream.Stream.of(applied, proposed)
                            .filter(Objects::nonNull)
                            .flatMap(set -> set.operations().stream())
                            .filter(done -> done.id().equals(draft.id()))
                            .findFirst();
        }
    }
}
