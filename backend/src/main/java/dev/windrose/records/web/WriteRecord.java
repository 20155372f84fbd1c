package dev.windrose.records.web;

import dev.windrose.records.Descriptor;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
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

    WriteRecord(Changes changes, Records records, AnswerOnce once) {
        this.changes = changes;
        this.records = records;
        this.once = once;
    }

    /** @param request names the write, so that a key is not taken for another one */
    Answer with(
            WriteOptions options, String request, Object body, Descriptor type, int status, DraftOperation operation) {
        var draft = ChangeDraft.of(Cause.person(), "", operation);
        if (options.dryRun()) {
            return new Answer(200, Map.of("dry_run", true, "change_set", ChangeSetJson.of(changes.preview(draft))));
        }
        return once.to(options.idempotencyKey(), request, body, () -> {
            var set = changes.apply(draft);
            var json = new LinkedHashMap<String, @Nullable Object>(
                    RecordJson.of(type, records.get(type.name(), operation.recordId()), Set.of()));
            json.put(
                    "change_set_id",
                    set.operations().isEmpty() ? null : set.id().toString());
            return new Answer(status, json);
        });
    }
}
