package dev.windrose.records.bulk;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.ParseValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the draft of a bulk edit: one operation for each record. */
@Component
class DraftBulk {

    private final Descriptors descriptors;
    private final Records records;

    DraftBulk(Descriptors descriptors, Records records) {
        this.descriptors = descriptors;
        this.records = records;
    }

    /** @param total records of the whole edit, of which these may be a part */
    ChangeDraft of(BulkEdit edit, List<UUID> ids, int total) {
        var type = descriptors.get(edit.type());
        var operations =
                switch (edit.op()) {
                    case DELETE ->
                        ids.stream()
                                .map(id -> DraftOperation.delete(edit.type(), id))
                                .toList();
                    case RESTORE ->
                        ids.stream()
                                .map(id -> DraftOperation.restore(edit.type(), id))
                                .toList();
                    case UPDATE ->
                        edit.merges()
                                ? merged(type, edit, ids)
                                : ids.stream()
                                        .map(id -> DraftOperation.update(edit.type(), id, edit.set()))
                                        .toList();
                    case CREATE ->
                        throw new AppException(CommonError.BAD_VALUE, "Records are created one by one.", "action");
                };
        return ChangeDraft.of(Cause.person(), summary(type, edit, total), operations)
                .refusingSingly();
    }

    private static String summary(Descriptor type, BulkEdit edit, int total) {
        String records = String.format(
                Locale.ROOT,
                "%,d %s",
                total,
                (total == 1 ? type.label() : type.labelPlural()).toLowerCase(Locale.ROOT));
        return switch (edit.op()) {
            case DELETE -> records + " moved to the bin";
            case RESTORE -> records + " restored";
            case UPDATE, CREATE -> "%s of %s changed".formatted(named(type, edit), records);
        };
    }

    private static String named(Descriptor type, BulkEdit edit) {
        var labels = new LinkedHashSet<String>();
        for (var values :
                List.of(edit.set().keySet(), edit.add().keySet(), edit.remove().keySet())) {
            values.forEach(name ->
                    labels.add(type.field(name).map(FieldDescriptor::label).orElse(name)));
        }
        return String.join(", ", labels);
    }

    /** Each record keeps what it has. One that changes meanwhile is refused instead of losing what was added to it. */
    private List<DraftOperation> merged(Descriptor type, BulkEdit edit, List<UUID> ids) {
        var found = records.byIds(edit.type(), ids);
        var added = parsed(type, edit.add());
        var removed = parsed(type, edit.remove());
        var operations = new ArrayList<DraftOperation>();
        for (var id : ids) {
            var record = found.get(id);
            if (record != null) {
                operations.add(DraftOperation.update(edit.type(), id, values(edit, record, added, removed))
                        .basedOn(record.version()));
            }
        }
        return operations;
    }

    private static Map<String, @Nullable Object> values(
            BulkEdit edit, RecordData record, Map<String, List<?>> added, Map<String, List<?>> removed) {
        var values = new LinkedHashMap<>(edit.set());
        var fields = new LinkedHashSet<>(added.keySet());
        fields.addAll(removed.keySet());
        for (String field : fields) {
            var list = new LinkedHashSet<Object>();
            if (record.value(field) instanceof List<?> has) {
                list.addAll(has);
            }
            list.addAll(added.getOrDefault(field, List.of()));
            list.removeAll(removed.getOrDefault(field, List.of()));
            values.put(field, List.copyOf(list));
        }
        return values;
    }

    private static Map<String, List<?>> parsed(Descriptor type, Map<String, Object> given) {
        var parsed = new LinkedHashMap<String, List<?>>();
        given.forEach((name, value) -> {
            var field = type.field(name)
                    .orElseThrow(() -> new AppException(
                            CommonError.UNKNOWN_FIELD, "%s has no field \"%s\".".formatted(type.label(), name), name));
            if (field.kind() != FieldKind.MULTI_CHOICE && field.kind() != FieldKind.REFERENCES) {
                throw new AppException(
                        CommonError.BAD_VALUE, "%s holds one value only.".formatted(field.label()), name);
            }
            try {
                Object list = ParseValue.of(field, value instanceof List<?> ? value : List.of(value));
                parsed.put(name, list instanceof List<?> values ? values : List.of());
            } catch (BadValue bad) {
                throw FieldProblem.toException(List.of(bad.of(name)));
            }
        });
        return parsed;
    }
}
