package dev.windrose.records.change;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an operation in the brief's change-history structure. */
final class History {

    private static final int NAMED_IN_SUMMARY = 3;

    private History() {}

    static Map<String, @Nullable Object> entry(Plan plan, PlannedOperation operation) {
        Actor actor = ActorScope.current();
        String summary = summary(operation);
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("tenant_id", actor.tenant().toString());
        entry.put("id", Ids.next().toString());
        entry.put("record_type", operation.type.name());
        entry.put("record_id", operation.draft.recordId().toString());
        entry.put("version", operation.version);
        entry.put("at", plan.at.toString());
        entry.put("change_type", major(operation) ? "MAJOR" : "MINOR");
        entry.put("change_category", category(operation));
        entry.put(
                "changed_fields",
                operation.changes.stream().map(FieldChange::field).toList());
        entry.put("summary", summary);
        entry.put("vector_searchable_text", "%s %s: %s".formatted(operation.type.label(), operation.title, summary));
        entry.put("source", plan.draft.cause().wire());
        entry.put("user_id", actor.person() == null ? null : actor.person().toString());
        entry.put("user_name", actor.name());
        // What has just been made had no values before; an import keeps millions of entries.
        entry.put("previous_values", operation.draft.op() == Op.CREATE ? Map.of() : values(operation, true));
        entry.put("new_values", values(operation, false));
        entry.put("evidence", evidence(operation));
        entry.put("change_set_id", plan.id.toString());
        return entry;
    }

    /** That of the operation, else that of the first field which has one. */
    private static @Nullable Object evidence(PlannedOperation operation) {
        return Stream.concat(
                        Stream.ofNullable(operation.draft.evidence()),
                        operation.changes.stream().map(FieldChange::evidence))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Evidence::json)
                .orElse(null);
    }

    private static boolean major(PlannedOperation operation) {
        return operation.draft.op() != Op.UPDATE
                || operation.changes.stream()
                        .anyMatch(change ->
                                operation.type.fields().get(change.field()).major());
    }

    private static String category(PlannedOperation operation) {
        if (operation.draft.op() != Op.UPDATE || operation.changes.isEmpty()) {
            return "%s_%s"
                    .formatted(operation.type.name(), operation.draft.op().past())
                    .toUpperCase(Locale.ROOT);
        }
        var fields = operation.changes.stream()
                .map(change -> operation.type.fields().get(change.field()))
                .toList();
        return fields.stream()
                .filter(field -> field.major())
                .findFirst()
                .orElse(fields.getFirst())
                .category();
    }

    static Map<String, @Nullable Object> values(PlannedOperation operation, boolean before) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        operation.changes.forEach(change -> values.put(change.field(), before ? change.before() : change.after()));
        return values;
    }

    static String summary(PlannedOperation operation) {
        return switch (operation.draft.op()) {
            case CREATE -> "%s created".formatted(operation.title);
            case DELETE -> "%s moved to the bin".formatted(operation.title);
            case RESTORE -> "%s restored".formatted(operation.title);
            case UPDATE -> updated(operation, operation.changes);
        };
    }

    private static String updated(PlannedOperation operation, List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return "External id added";
        }
        var derived = changes.stream()
                .filter(change -> operation.type.fields().get(change.field()).readOnly())
                .toList();
        if (!derived.isEmpty() && derived.size() < changes.size()) {
            return updated(
                    operation,
                    changes.stream().filter(change -> !derived.contains(change)).toList());
        }
        var told = changes.stream()
                .limit(NAMED_IN_SUMMARY)
                .map(change -> told(operation, change))
                .toList();
        int rest = changes.size() - told.size();
        return String.join("; ", told) + (rest > 0 ? "; and %d more".formatted(rest) : "");
    }

    private static String told(PlannedOperation operation, FieldChange change) {
        if (!operation.type.fields().get(change.field()).kind().isTold()) {
            return change.label() + (change.after() == null ? " removed" : " changed");
        }
        String after = shown(operation, change, change.after());
        if (change.before() == null) {
            return "%s set to %s".formatted(change.label(), after);
        }
        return change.after() == null
                ? "%s removed".formatted(change.label())
                : "%s changed from %s to %s"
                        .formatted(change.label(), shown(operation, change, change.before()), after);
    }

    private static String shown(PlannedOperation operation, FieldChange change, @Nullable Object value) {
        if (value instanceof Map<?, ?> money) {
            return "%s %s".formatted(figure(money.get("amount")), money.get("currency"));
        }
        String text = figure(value);
        return operation
                .type
                .fields()
                .get(change.field())
                .choice(text)
                .map(choice -> choice.label())
                .orElse(text);
    }

    private static String figure(@Nullable Object value) {
        return value instanceof Number
                ? new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value)
                : String.valueOf(value);
    }
}
