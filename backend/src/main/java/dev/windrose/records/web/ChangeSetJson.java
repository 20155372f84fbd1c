package dev.windrose.records.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.SeenChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Change sets as the API shows them to the actor in scope. */
@Component
public class ChangeSetJson {

    private static final int SHOWN = 500;

    private final SeenChanges seen;

    ChangeSetJson(SeenChanges seen) {
        this.seen = seen;
    }

    /** @throws AppException NOT_FOUND where the actor may see nothing of it */
    public Map<String, @Nullable Object> of(ChangeSet set) {
        return seen.of(set)
                .map(ChangeSetJson::json)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such change set."));
    }

    /** With as many operations as a single set is read with. A decision may put all of it out of the actor's sight. */
    Map<String, @Nullable Object> ofDecided(ChangeSet set) {
        var shown = set.operations().size() > SHOWN ? set.with(set.operations().subList(0, SHOWN)) : set;
        return seen.of(shown)
                .map(ChangeSetJson::json)
                .orElseGet(() -> new LinkedHashMap<>(
                        Map.of("id", set.id().toString(), "status", wire(set.status()), "operations", List.of())));
    }

    /** Without those of which the actor may see nothing. */
    List<Map<String, @Nullable Object>> of(List<ChangeSet> sets) {
        return seen.of(sets).stream().map(ChangeSetJson::json).toList();
    }

    private static Map<String, @Nullable Object> json(ChangeSet set) {
        var actor = new LinkedHashMap<String, @Nullable Object>();
        actor.put("kind", wire(set.actorKind()));
        actor.put("name", set.actorName());
        actor.put("person_id", id(set.person()));
        var cause = new LinkedHashMap<String, @Nullable Object>();
        cause.put("kind", set.cause().wire());
        cause.put("id", set.cause().id());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", set.id().toString());
        json.put("status", wire(set.status()));
        json.put("actor", actor);
        json.put("cause", cause);
        json.put("summary", set.summary());
        json.put("reason", set.reason());
        json.put("created_at", set.createdAt().toString());
        json.put("decided_at", set.decidedAt() == null ? null : set.decidedAt().toString());
        json.put("decided_by", id(set.decidedBy()));
        json.put("undo_of", id(set.undoOf()));
        json.put("undone_by", id(set.undoneBy()));
        json.put("operation_count", set.operationCount());
        json.put(
                "operations",
                set.operations().stream().map(ChangeSetJson::operation).toList());
        return json;
    }

    private static Map<String, @Nullable Object> operation(ChangeOperation operation) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", operation.id().toString());
        json.put("op", operation.op().wire());
        json.put("record_type", operation.recordType());
        json.put("record_id", operation.recordId().toString());
        json.put("record_title", operation.recordTitle());
        json.put("fields", operation.fields().stream().map(ChangeSetJson::field).toList());
        json.put(
                "evidence",
                operation.evidence() == null ? null : operation.evidence().json());
        json.put("confidence", operation.confidence());
        json.put("status", wire(operation.status()));
        json.put("reason", operation.reason());
        return json;
    }

    private static Map<String, @Nullable Object> field(FieldChange change) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("field", change.field());
        json.put("label", change.label());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put(
                "evidence", change.evidence() == null ? null : change.evidence().json());
        json.put("confidence", change.confidence());
        return json;
    }

    private static @Nullable String id(@Nullable TypedId id) {
        return id == null ? null : id.value().toString();
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
