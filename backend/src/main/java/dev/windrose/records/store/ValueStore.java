package dev.windrose.records.store;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through the values of a field, or of all records of a type, before and while the schema changes. */
@Component
public class ValueStore {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    ValueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value as it is kept. */
    public record Kept(UUID record, @Nullable Object json, boolean binned) {}

    public long records(Descriptor type) {
        return count(type, "true", Map.of());
    }

    /** Records with a value, also where the field has a column of its own. */
    public long values(Descriptor type, FieldDescriptor field) {
        return count(type, value(field) + " is not null", Map.of());
    }

    /** Records beyond the first of each value. */
    public long duplicates(Descriptor type, FieldDescriptor field) {
        return jdbc.sql("""
                        select count(*) - count(distinct lower(t.custom ->> '%s')) from %s t
                        where %s and t.deleted_at is null and %s is not null
                        """.formatted(field.name(), type.table(), type.rows(), value(field)))
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    /** Records with a choice that is none of these. */
    public long outside(Descriptor type, FieldDescriptor field, List<ChoiceOption> choices) {
        String wanted = SqlArray.of(choices.stream().map(ChoiceOption::value).toList());
        String outside = field.custom() != null && field.kind().isJson()
                ? "exists (select 1 from jsonb_array_elements_text(%s) v where v <> all(cast(:choices as text[])))"
                        .formatted(
                                "case jsonb_typeof(%1$s) when 'array' then %1$s else '[]' end".formatted(value(field)))
                : "%s <> all(cast(:choices as text[]))"
                        .formatted(
                                field.custom() == null ? value(field) : "(t.custom ->> '%s')".formatted(field.name()));
        return count(type, outside, Map.of("choices", wanted));
    }

    /** Records whose value would have no place in the new kind. */
    public long unfit(Descriptor type, FieldDescriptor from, FieldDescriptor to) {
        long[] unfit = {0};
        each(
                type,
                from.name(),
                batch -> batch.forEach(kept -> {
                    Object value = StoredValue.of(from, kept.json());
                    if (!kept.binned() && value != null && ConvertValue.of(to, value) == null) {
                        unfit[0]++;
                    }
                }));
        return unfit[0];
    }

    /**
     * Rewrites values in the new kind. What does not fit stays as it is kept, and nobody sees it.
     *
     * @param seen is told how many values have been looked at
     */
    public void convert(Descriptor type, FieldDescriptor from, FieldDescriptor to, LongConsumer seen) {
        long[] done = {0};
        each(type, from.name(), batch -> {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (var kept : batch) {
                Object value = StoredValue.of(from, kept.json());
                Object converted = value == null ? null : ConvertValue.of(to, value);
                if (converted != null && !Json.same(converted, kept.json())) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    row.put("id", kept.record().toString());
                    row.put("value", JsonValue.of(converted));
                    rows.add(row);
                }
            }
            rewrite(type, to, rows);
            done[0] += batch.size();
            seen.accept(done[0]);
        });
    }

    private void rewrite(Descriptor type, FieldDescriptor field, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("""
                            update %s t set custom = jsonb_set(t.custom, array[:field], r.value)
                            from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, value jsonb) where %s and t.id = r.id
                            """.formatted(type.table(), type.rows()))
                    .param("tenant", tenant())
                    .param("field", field.name())
                    .param("rows", Json.write(rows))
                    .update();
        }
    }

    /** The values of a custom field, also of records in the bin. */
    void each(Descriptor type, String field, Consumer<List<Kept>> work) {
        UUID last = new UUID(0, 0);
        List<Kept> batch;
        do {
            batch = after(type, field, last);
            work.accept(batch);
            last = batch.isEmpty() ? last : batch.getLast().record();
        } while (batch.size() == BATCH);
    }

    /** Some of the values of a custom field, also of records in the bin, in the order of ids. */
    public List<Kept> after(Descriptor type, String field, UUID after) {
        return jdbc.sql("""
                        select t.id, t.custom -> :field as value, t.deleted_at is not null as binned from %s t
                        where %s and t.id > :after and t.custom -> :field is not null order by t.id limit %d
                        """.formatted(type.table(), type.rows(), BATCH))
                .param("tenant", tenant())
                .param("field", field)
                .param("after", after)
                .query((rs, _) -> new Kept(
                        rs.getObject("id", UUID.class), Json.read(rs.getString("value")), rs.getBoolean("binned")))
                .list();
    }

    /** The values of a custom field of records that were written since. */
    List<Kept> since(Descriptor type, String field, Instant moment) {
        return jdbc.sql("""
                        select t.id, t.custom -> :field as value, t.deleted_at is not null as binned from %s t
                        where %s and (t.updated_at >= cast(:moment as timestamptz) or t.deleted_at >= cast(:moment as timestamptz))
                        """.formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .param("field", field)
                .param("moment", moment.toString())
                .query((rs, _) -> new Kept(
                        rs.getObject("id", UUID.class), Json.read(rs.getString("value")), rs.getBoolean("binned")))
                .list();
    }

    private long count(Descriptor type, String condition, Map<String, Object> params) {
        return jdbc.sql("select count(*) from %s t where %s and t.deleted_at is null and %s"
                        .formatted(type.table(), type.rows(), condition))
                .param("tenant", tenant())
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String value(FieldDescriptor field) {
        return field.custom() == null ? "t." + field.name() : "t.custom -> '%s'".formatted(field.name());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
