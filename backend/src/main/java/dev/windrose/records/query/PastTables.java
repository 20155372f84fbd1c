package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What statements of the past read: the columns that later changes replaced, and the fields that are computed of the records of then. */
@Component
class PastTables {

    /** So many records of a type are computed for one statement at most. */
    static final int MOST = 20_000;

    private final PastStore store;
    private final Supplier<QueryStore> queries;
    private final Supplier<CompletePast> complete;

    PastTables(PastStore store, ObjectProvider<QueryStore> queries, ObjectProvider<CompletePast> complete) {
        this.store = store;
        // Both read statements of the past themselves.
        this.queries = SingletonSupplier.of(queries::getObject);
        this.complete = SingletonSupplier.of(complete::getObject);
    }

    /**
     * Computed fields of a type.
     *
     * @param among a condition that the records fulfil
     * @param only the records that are asked for; null for all
     */
    record Wanted(
            Descriptor type,
            Set<String> fields,
            Filter among,
            @Nullable Set<UUID> only,
            boolean whole) {}

    /**
     * @param only the records that are asked for; null for all
     * @param fields of which the past is needed; null for all
     */
    String changes(Descriptor type, Instant moment, @Nullable Set<UUID> only, @Nullable Set<String> fields) {
        return store.changes(type, moment, only, fields);
    }

    /** For statements that read the history of a whole type themselves. */
    void room() {
        store.room();
    }

    /**
     * The values as a JSON array of {@code {id, custom}}.
     *
     * @throws AppException where a value cannot be told, or where these are too many records to compute it for
     */
    String computed(Wanted wanted, Instant moment) {
        return store.once(List.of("computed", wanted, moment), () -> compute(wanted, moment));
    }

    private String compute(Wanted wanted, Instant moment) {
        var type = wanted.type();
        var ids = wanted.only() != null
                ? List.copyOf(wanted.only())
                : queries.get().pastIds(type, wanted.among(), moment, wanted.whole(), MOST + 1);
        if (ids.size() > MOST) {
            throw refused(
                    wanted,
                    "of more than %,d records at once; narrow the list by fields that are not computed"
                            .formatted(MOST));
        }
        var records = ids.stream().map(id -> bare(type, id)).toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (var record : complete.get().complete(type, wanted.fields(), records, moment)) {
            requireTold(wanted, record);
            var values = new LinkedHashMap<String, Object>();
            wanted.fields().forEach(name -> {
                Object value = JsonValue.of(record.value(name));
                if (value != null) {
                    values.put(name, value);
                }
            });
            rows.add(Map.of("id", record.id().toString(), "custom", values));
        }
        return Json.write(rows);
    }

    private static void requireTold(Wanted wanted, RecordData record) {
        if (record.values().get(CompletePast.NOT_AS_OF) instanceof Map<?, ?> reasons) {
            wanted.fields().stream().filter(reasons::containsKey).findFirst().ifPresent(name -> {
                throw refused(wanted, "of records: " + reasons.get(name));
            });
        }
    }

    private static AppException refused(Wanted wanted, String reason) {
        String name = wanted.fields().iterator().next();
        String label = wanted.type().fields().get(name).label();
        return new AppException(
                CommonError.UNKNOWN_FILTER,
                "%s is computed. What it was in the past cannot be told %s%s"
                        .formatted(label, reason, reason.endsWith(".") ? "" : "."),
                name);
    }

    private static RecordData bare(Descriptor type, UUID id) {
        return new RecordData(
                type.name(), id, 0, "", Instant.EPOCH, Instant.EPOCH, null, Map.of(), List.of(), Map.of(), Set.of());
    }
}
