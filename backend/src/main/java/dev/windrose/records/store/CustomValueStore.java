package dev.windrose.records.store;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what follows from values of custom fields: the rows by which lists filter and sort, and the claims of unique values. */
@Component
public class CustomValueStore {

    private final JdbcClient jdbc;
    private final ValueStore values;

    CustomValueStore(JdbcClient jdbc, ValueStore values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** A value of a unique field. */
    public record Claim(UUID field, String key) {}

    /** After the rows have been written. */
    void written(Descriptor type, List<RowWrite> writes, boolean fresh) {
        var uniqueFields =
                type.fields().values().stream().filter(CustomValueStore::unique).toList();
        var indexed = new Rows();
        var unique = new Rows();
        for (var write : writes) {
            for (String name : write.changedFields()) {
                var field = Objects.requireNonNull(type.fields().get(name));
                if (IndexValue.indexed(field)) {
                    Object value = write.values().get(name);
                    indexed.put(field, write.id(), IndexValue.rows(tenant(), field, write.id(), value));
                }
            }
            for (var field : uniqueFields) {
                if (write.changedFields().contains(field.name()) || write.moved()) {
                    Object value = write.values().get(field.name());
                    unique.put(field, write.id(), claims(field, write.id(), write.deletedAt() == null ? value : null));
                }
            }
        }
        replace("field_index", indexed, fresh);
        replace("unique_values", unique, fresh);
    }

    /** Copies computed values, which the rows hold by now, to where lists filter and sort by them. */
    public void indexed(Map<FieldDescriptor, ? extends Map<UUID, ? extends @Nullable Object>> values) {
        var indexed = new Rows();
        values.forEach((field, byRecord) -> {
            if (IndexValue.indexed(field)) {
                byRecord.forEach(
                        (record, value) -> indexed.put(field, record, IndexValue.rows(tenant(), field, record, value)));
            }
        });
        replace("field_index", indexed, false);
    }

    /** Those of the claims that are taken, with the record that has them. */
    public Map<Claim, UUID> holders(Collection<Claim> claims) {
        var found = new LinkedHashMap<Claim, UUID>();
        if (!claims.isEmpty()) {
            jdbc.sql("""
                            select u.field_id, u.value_key, u.record_id
                            from unnest(cast(:fields as uuid[]), cast(:keys as text[])) wanted (field_id, value_key)
                            join unique_values u on u.tenant_id = :tenant and u.field_id = wanted.field_id and u.value_key = wanted.value_key
                            """)
                    .param("tenant", tenant())
                    .param(
                            "fields",
                            SqlArray.of(claims.stream().map(Claim::field).toList()))
                    .param("keys", SqlArray.of(claims.stream().map(Claim::key).toList()))
                    .query(rs -> {
                        found.put(
                                new Claim(rs.getObject("field_id", UUID.class), rs.getString("value_key")),
                                rs.getObject("record_id", UUID.class));
                    });
        }
        return found;
    }

    /** Makes the index and the claims of a field from the values there are. */
    public void rebuild(Descriptor type, FieldDescriptor field) {
        var id = Objects.requireNonNull(field.custom()).id();
        delete("field_index", id);
        delete("unique_values", id);
        if (!IndexValue.indexed(field) && !unique(field)) {
            return;
        }
        values.each(type, field.name(), batch -> put(field, batch, true, ""));
    }

    /** As {@link #rebuild} for some values, before the definition holds: what is taken by then is decided when it does. */
    public void prepare(FieldDescriptor field, List<ValueStore.Kept> batch) {
        put(field, batch, true, " on conflict do nothing");
    }

    /** Makes right what {@link #prepare} has put in for records that were written meanwhile. */
    public void catchUp(Descriptor type, FieldDescriptor field, Instant since) {
        put(field, values.since(type, field.name(), since), false, "");
    }

    /** How many values of a field are claimed. */
    public long claims(UUID field) {
        return jdbc.sql("select count(*) from unique_values where tenant_id = :tenant and field_id = :field")
                .param("tenant", tenant())
                .param("field", field)
                .query(Long.class)
                .single();
    }

    private void put(FieldDescriptor field, List<ValueStore.Kept> batch, boolean fresh, String onConflict) {
        var rows = new Rows();
        var claims = new Rows();
        for (var kept : batch) {
            Object value = StoredValue.of(field, kept.json());
            if (IndexValue.indexed(field)) {
                rows.put(field, kept.record(), IndexValue.rows(tenant(), field, kept.record(), value));
            }
            if (unique(field)) {
                claims.put(field, kept.record(), kept.binned() ? List.of() : claims(field, kept.record(), value));
            }
        }
        replace("field_index", rows, fresh, onConflict);
        replace("unique_values", claims, fresh, onConflict);
    }

    /** Values of a field that is no longer there are kept with the records. */
    public void forget(UUID field) {
        delete("field_index", field);
        delete("unique_values", field);
    }

    private static boolean unique(FieldDescriptor field) {
        return field.custom() != null && field.custom().unique();
    }

    private static List<Map<String, @Nullable Object>> claims(
            FieldDescriptor field, UUID record, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        var row = IndexValue.row(tenant(), field, record);
        row.put("value_key", IndexValue.uniqueKey(value));
        return List.of(row);
    }

    /** The rows of some records and fields, and which these are. */
    private static final class Rows {

        private final List<String> fields = new ArrayList<>();
        private final List<UUID> records = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

        private void put(FieldDescriptor field, UUID record, List<Map<String, @Nullable Object>> added) {
            fields.add(Objects.requireNonNull(field.custom()).id().toString());
            records.add(record);
            rows.addAll(added);
        }

        /** In one order, so that two writers never wait for each other in a circle. */
        private String json() {
            rows.sort(Comparator.comparing(row -> row.get("field_id") + " " + row.get("value_key")));
            return Json.write(rows);
        }
    }

    private void replace(String table, Rows rows, boolean fresh) {
        replace(table, rows, fresh, "");
    }

    private void replace(String table, Rows rows, boolean fresh, String onConflict) {
        if (!fresh && !rows.records.isEmpty()) {
            jdbc.sql("""
                            delete from %s i using unnest(cast(:fields as uuid[]), cast(:records as uuid[])) r (field_id, record_id)
                            where i.tenant_id = :tenant and i.field_id = r.field_id and i.record_id = r.record_id
                            """.formatted(table))
                    .param("tenant", tenant())
                    .param("fields", SqlArray.of(rows.fields))
                    .param("records", SqlArray.of(rows.records))
                    .update();
        }
        if (!rows.rows.isEmpty()) {
            jdbc.sql("insert into %1$s select * from jsonb_populate_recordset(null::%1$s, cast(:rows as jsonb))%2$s"
                            .formatted(table, onConflict))
                    .param("rows", rows.json())
                    .update();
        }
    }

    private void delete(String table, UUID field) {
        jdbc.sql("delete from %s where tenant_id = :tenant and field_id = :field".formatted(table))
                .param("tenant", tenant())
                .param("field", field)
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
