package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.periods.PastValues;
import dev.windrose.records.periods.Periods;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes one record and answers with it, or with what would change. */
@Component
class WriteRecord {

    private final Changes changes;
    private final Records records;
    private final AnswerOnce once;
    private final ChangeSetJson show;
    private final Periods periods;

    WriteRecord(Changes changes, Records records, AnswerOnce once, ChangeSetJson show, Periods periods) {
        this.periods = periods;
        this.show = show;
        this.changes = changes;
        this.records = records;
        this.once = once;
    }

    /** @param request names the write, so that a key is not taken for another one */
    Answer with(
            WriteOptions options, String request, Object body, Descriptor type, int status, DraftOperation operation) {
        return with(options, request, body, type, status, operation, List.of());
    }

    /** @param past of a new record */
    Answer with(
            WriteOptions options,
            String request,
            Object body,
            Descriptor type,
            int status,
            DraftOperation operation,
            List<PastValues> past) {
        var draft = ChangeDraft.of(Cause.person(), "", operation);
        if (options.dryRun()) {
            var preview = changes.preview(draft);
            past.forEach(values -> periods.check(values, value(preview, values.field())));
            return new Answer(200, Map.of("dry_run", true, "change_set", show.of(preview)));
        }
        return once.to(options.idempotencyKey(), request, body, () -> {
            var set = changes.apply(draft);
            periods.loadNew(past);
            var json = records.find(type.name(), operation.recordId())
                    .map(record -> RecordJson.of(type, record, Set.of()))
                    .orElseGet(() -> outOfSight(type, operation));
            json.put(
                    "change_set_id",
                    set.operations().isEmpty() ? null : set.id().toString());
            if (set.operations().stream().anyMatch(one -> one.status() == OperationStatus.WAITING)) {
                json.put("waits_for_decision", true);
            }
            return new Answer(status, json);
        });
    }

    private static @Nullable String value(ChangeSet preview, String field) {
        return preview.operations().stream()
                .flatMap(operation -> operation.fields().stream())
                .filter(change -> change.field().equals(field) && change.after() != null)
                .map(change -> String.valueOf(change.after()))
                .findFirst()
                .orElse(null);
    }

    /** Who gives a record away may not see it any more. */
    private static Map<String, @Nullable Object> outOfSight(Descriptor type, DraftOperation operation) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", operation.recordId().toString());
        json.put("type", type.name());
        json.put("out_of_sight", true);
        return json;
    }
}
