package dev.windrose.agents.eval;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSetQuery;
import dev.windrose.records.change.ChangeSetStatus;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.OperationStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what changed, or waits, in the words of the world. */
final class CanonicalChanges {

    private static final int MOST = 50;

    private final Descriptors descriptors;
    private final Changes changes;
    private final ExternalIds ids;
    private final List<Map<String, Object>> policies;

    CanonicalChanges(Descriptors descriptors, Changes changes, ExternalIds ids, List<Map<String, Object>> policies) {
        this.descriptors = descriptors;
        this.changes = changes;
        this.ids = ids;
        this.policies = policies;
    }

    /** Tables whose rows are business records. */
    List<String> tables() {
        return types().keySet().stream().toList();
    }

    private Map<String, Descriptor> types() {
        var types = new TreeMap<String, Descriptor>();
        descriptors.all().stream()
                .filter(type -> !List.of("thread", "user_prompt_log").contains(type.name()))
                .forEach(type -> types.put(type.plural(), type));
        return types;
    }

    List<Map<String, Object>> of(List<StateStore.RowChange> rows) {
        var types = types();
        var told = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var type = Objects.requireNonNull(types.get(row.table()));
            var before = read(row.before());
            var after = read(row.after());
            boolean gone = row.after() == null || after.get("deleted_at") != null && before.get("deleted_at") == null;
            var fields = new LinkedHashMap<String, @Nullable Object>();
            for (var field : type.storedFields()) {
                if (field.readOnly()) {
                    continue;
                }
                var old = value(type, field, before);
                var fresh = value(type, field, after);
                if (!Objects.equals(old, fresh) && !field.section().equals("System") || isOwner(field, old, fresh)) {
                    fields.put(WorldFields.worldName(type.name(), field.name()), fresh);
                }
            }
            if (type.name().equals("comment")) {
                told.addAll(notified(row.before() == null ? fields : Map.of()));
                continue;
            }
            var id = String.valueOf((row.after() == null ? before : after).get("id"));
            if (gone) {
                told.add(line("delete", type.name(), id, Map.of(), null));
            } else if (row.before() == null) {
                told.add(line("create", type.name(), null, fields, null));
            } else if (!fields.isEmpty()) {
                told.add(line("update", type.name(), id, fields, null));
            }
        }
        return told;
    }

    /** A comment that mentions somebody is how colleagues are told something. */
    private List<Map<String, Object>> notified(Map<String, ?> comment) {
        var told = new ArrayList<Map<String, Object>>();
        if (comment.get("mentions") instanceof List<?> people) {
            for (var person : people) {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                fields.put("to", person);
                fields.put("text", comment.get("body"));
                told.add(line("create", "notification", null, fields, null));
            }
        }
        return told;
    }

    private static boolean isOwner(FieldDescriptor field, @Nullable Object old, @Nullable Object fresh) {
        return field.name().equals("owner_id") && !Objects.equals(old, fresh);
    }

    /** What waits for a decision, as the store keeps it. */
    List<Map<String, Object>> waiting() {
        var told = new ArrayList<Map<String, Object>>();
        for (var status : List.of(ChangeSetStatus.PROPOSED, ChangeSetStatus.PARTLY_APPLIED)) {
            for (var set : changes.list(new ChangeSetQuery(status, null, null, MOST))) {
                changes.get(set.id()).operations().stream()
                        .filter(operation -> operation.status() == OperationStatus.WAITING)
                        .forEach(operation -> told.add(proposal(operation)));
            }
        }
        return told;
    }

    private Map<String, Object> proposal(ChangeOperation operation) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        operation
                .fields()
                .forEach(field -> fields.put(
                        WorldFields.worldName(operation.recordType(), field.field()), ids.external(field.after())));
        boolean creates = operation.op() == Op.CREATE;
        return line(
                creates ? "create" : operation.op() == Op.DELETE ? "delete" : "update",
                operation.recordType(),
                creates ? null : operation.recordId().toString(),
                fields,
                clause(operation.reason()));
    }

    private @Nullable String clause(@Nullable String reason) {
        return reason == null
                ? null
                : policies.stream()
                        .filter(policy -> reason.contains(String.valueOf(policy.get("text"))))
                        .map(policy -> String.valueOf(policy.get("id")))
                        .findFirst()
                        .orElse(null);
    }

    private Map<String, Object> line(
            String op,
            String entity,
            @Nullable String id,
            Map<String, @Nullable Object> fields,
            @Nullable String clause) {
        var line = new LinkedHashMap<String, Object>();
        line.put("op", op);
        line.put("entity", entity);
        if (id != null) {
            line.put("id", Objects.requireNonNull(ids.external(id)));
        }
        line.put("fields", fields);
        if (clause != null) {
            line.put("clause", clause);
        }
        return line;
    }

    private @Nullable Object value(Descriptor type, FieldDescriptor field, Map<String, Object> row) {
        var custom = row.get("custom") instanceof Map<?, ?> map ? map : Map.of();
        Object kept = field.custom() == null ? row.get(field.name()) : custom.get(field.name());
        if (kept != null && field.kind() == FieldKind.MONEY && kept instanceof Number minor) {
            return BigDecimal.valueOf(minor.longValue(), 2).stripTrailingZeros();
        }
        var external = ids.external(kept);
        // A world names the one competitor of a deal.
        return field.name().equals("competitors") && external instanceof List<?> one && one.size() == 1
                ? one.getFirst()
                : external;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(@Nullable String json) {
        return json == null ? Map.of() : World.JSON.readValue(json, Map.class);
    }
}
