package dev.windrose.records.change;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.CustomValueStore;
import dev.windrose.records.store.CustomValueStore.Claim;
import dev.windrose.records.store.IndexValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the field whose value another record has already. Of two writers at once, the key in the database stops the second. */
@Component
class CheckUnique {

    private final CustomValueStore store;

    CheckUnique(CustomValueStore store) {
        this.store = store;
    }

    static boolean concerns(Descriptor type) {
        return !fields(type).isEmpty();
    }

    /** Who has the values that the operations are about to set, in one query. */
    void load(Plan plan) {
        Set<Claim> wanted = new LinkedHashSet<>();
        for (var planned : plan.operations) {
            var fields = fields(planned.type);
            if (fields.isEmpty()) {
                continue;
            }
            var record = plan.record(planned.type, planned.draft.recordId());
            for (var field : fields) {
                add(wanted, field, planned.parsed.get(field.name()));
                if (record != null && planned.draft.op() == Op.RESTORE) {
                    add(wanted, field, record.values.get(field.name()));
                }
            }
        }
        plan.claims.putAll(store.holders(wanted));
    }

    /** Takes the values of an operation, so that a later one of the same draft cannot have them too. */
    static void claim(Plan plan, PlannedOperation planned) {
        var record = planned.draft.recordId();
        for (var field : fields(planned.type)) {
            var before = claim(field, held(planned, planned.before, field, true));
            var after = claim(field, held(planned, planned.after, field, false));
            if (before != null && !before.equals(after)) {
                plan.claims.remove(before, record);
            }
            UUID holder = after == null ? null : plan.claims.putIfAbsent(after, record);
            if (holder != null && !holder.equals(record)) {
                planned.problem(
                        CommonError.ALREADY_EXISTS,
                        field.name(),
                        "Another %s has the same %s.".formatted(lower(planned.type.label()), lower(field.label())));
            }
        }
    }

    /** A record in the bin keeps no value from others. */
    private static @Nullable Object held(
            PlannedOperation planned, Map<String, Object> values, FieldDescriptor field, boolean before) {
        boolean binned = before ? planned.draft.op() == Op.RESTORE : planned.draft.op() == Op.DELETE;
        return binned ? null : values.get(field.name());
    }

    private static void add(Set<Claim> wanted, FieldDescriptor field, @Nullable Object value) {
        var claim = claim(field, value);
        if (claim != null) {
            wanted.add(claim);
        }
    }

    private static @Nullable Claim claim(FieldDescriptor field, @Nullable Object value) {
        var custom = field.custom();
        return custom == null || value == null ? null : new Claim(custom.id(), IndexValue.uniqueKey(value));
    }

    private static List<FieldDescriptor> fields(Descriptor type) {
        return type.fields().values().stream()
                .filter(field -> field.custom() != null && field.custom().unique())
                .toList();
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
