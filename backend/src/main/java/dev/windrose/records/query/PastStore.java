package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads from history what records changed since a moment had before. */
@Component
class PastStore {

    /** For the history of a whole type; the usual share is meant for lists of today. */
    private static final String MEMORY = "64MB";

    private final JdbcClient jdbc;

    PastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * For each record that has changed since, the columns to put back, as JSON text.
     *
     * @param only some records; null for all of the type
     * @param fields the fields that matter, besides whether a record lay in the bin; null for all, with version and time
     */
    String changes(Descriptor type, Instant moment, @Nullable Set<UUID> only, @Nullable Set<String> fields) {
        return once(
                new Asked(type.name(), moment, only, fields),
                () -> read(type, moment, only, fields == null ? ALL : some(fields)));
    }

    private record Asked(
            String type,
            Instant moment,
            @Nullable Set<UUID> only,
            @Nullable Set<String> fields) {}

    /** Answers a question once, which the pages and counts of one transaction ask again and again. */
    String once(Object question, Supplier<String> answer) {
        var known = known();
        String found = known.get(question);
        if (found == null) {
            found = answer.get();
            known.put(question, found);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private Map<Object, String> known() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> known) {
            return (Map<Object, String>) known;
        }
        var known = new HashMap<Object, String>();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(PastStore.this);
            }
        });
        return known;
    }

    /** Until the transaction ends. */
    void room() {
        once("room", () -> jdbc.sql("select set_config('work_mem', :memory, true)")
                .param("memory", MEMORY)
                .query(String.class)
                .single());
    }

    /** Records that a reference led to then and does not any more. */
    List<UUID> left(Descriptor type, FieldDescriptor reference, Collection<UUID> targets, Instant moment) {
        return jdbc.sql("""
                        select distinct h.record_id from record_history h
                        where h.tenant_id = :tenant and h.record_type = :type and h.at > cast(:moment as timestamptz)
                            and h.previous_values ->> :field = any(cast(:targets as text[]))
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type.name())
                .param("moment", moment.toString())
                .param("field", reference.name())
                .param("targets", SqlArray.of(targets))
                .query(UUID.class)
                .list();
    }

    /**
     * Which changes count, and what is asked of a record besides.
     *
     * @param keys condition on the fields whose earlier values are wanted
     * @param rows condition on the changes
     * @param before when the record had been changed before them
     * @param beside where that is read from
     */
    private record Part(String keys, String rows, String before, String beside, Map<String, Object> params) {}

    private static final Part ALL = new Part("true", "", "b.at", """
            left join lateral (
                select b.at from record_history b
                where b.tenant_id = :tenant and b.record_id = l.record_id and b.version = l.version - 1 limit 1) b on true
            """, Map.of());

    /** Most changes of a large list are of fields that a condition does not name; these are passed over before anything is put together. */
    private static Part some(Set<String> fields) {
        return new Part(
                "p.key = any(cast(:fields as text[]))",
                """
                 and (jsonb_exists_any(h.previous_values, cast(:fields as text[])) or h.change_category in (:restored, :binned))
                """,
                "cast(:moment as timestamptz)",
                "",
                Map.of("fields", SqlArray.of(fields)));
    }

    /** What each record had is put together where its history lies: of many changes a record only the oldest of each field counts. */
    private String read(Descriptor type, Instant moment, @Nullable Set<UUID> only, Part part) {
        var changes = new Changes(type);
        if (only == null) {
            room();
        }
        String category = type.name().toUpperCase(Locale.ROOT);
        jdbc.sql(statement(type, only != null, part))
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type.name())
                .param("moment", moment.toString())
                .param("restored", category + PastRow.RESTORED)
                .param("binned", category + PastRow.BINNED)
                .params(part.params())
                .params(only == null ? Map.of() : Map.of("only", SqlArray.of(only)))
                // In parts, so that many changes do not lie in memory at once.
                .withFetchSize(1_000)
                .query(changes::add);
        return changes.json();
    }

    private static String statement(Descriptor type, boolean some, Part part) {
        return """
                        select l.record_id, l.version, l.previous_values, l.moved, %s as before%s
                        from (
                            select h.record_id, min(h.version) as version,
                                jsonb_object_agg(p.key, p.value order by h.version desc) filter (where p.key is not null) as previous_values,
                                min(2 * h.version + case h.change_category when :restored then 1 else 0 end)
                                    filter (where h.change_category in (:restored, :binned)) as moved
                            from record_history h
                            left join lateral jsonb_each(h.previous_values) p on %s
                            where h.tenant_id = :tenant and h.record_type = :type and h.at > cast(:moment as timestamptz)%s%s
                            group by h.record_id) l
                        join %s t on t.tenant_id = :tenant and t.id = l.record_id and t.created_at <= cast(:moment as timestamptz)
                        %s""".formatted(
                        part.before(),
                        money(type),
                        part.keys(),
                        some ? " and h.record_id = any(cast(:only as uuid[]))" : "",
                        part.rows(),
                        type.table(),
                        part.beside());
    }

    /** Puts what one record after the other had into JSON. */
    private static final class Changes {

        private final Descriptor type;
        private final StringBuilder json = new StringBuilder("[");

        Changes(Descriptor type) {
            this.type = type;
        }

        void add(ResultSet rs) throws SQLException {
            var row = new PastRow(type, amounts(type, rs));
            var before = rs.getObject("before", OffsetDateTime.class);
            Long moved = rs.getObject("moved", Long.class);
            row.undo(
                    rs.getLong("version"),
                    moved == null ? "" : moved % 2 == 1 ? PastRow.RESTORED : PastRow.BINNED,
                    Json.read(rs.getString("previous_values")) instanceof Map<?, ?> map ? map : Map.of(),
                    before == null ? null : before.toInstant());
            json.append(json.length() == 1 ? "" : ",").append(row.json(rs.getObject("record_id", UUID.class)));
        }

        String json() {
            return json.append(']').toString();
        }
    }

    /** Amounts of today with a currency of their own field: minor units depend on it. */
    private static String money(Descriptor type) {
        var columns = new StringBuilder();
        sharing(type)
                .forEach(field -> columns.append(
                        ", t.%1$s as %1$s, t.%2$s as %1$s_in".formatted(field.name(), field.currencyField())));
        return columns.toString();
    }

    private static Map<String, PastRow.Amount> amounts(Descriptor type, ResultSet rs) throws SQLException {
        var amounts = new LinkedHashMap<String, PastRow.Amount>();
        for (var field : sharing(type)) {
            amounts.put(
                    field.name(),
                    new PastRow.Amount(rs.getObject(field.name(), Long.class), rs.getString(field.name() + "_in")));
        }
        return amounts;
    }

    private static List<FieldDescriptor> sharing(Descriptor type) {
        return type.columnFields().stream()
                .filter(field -> field.kind() == FieldKind.MONEY && field.currencyField() != null)
                .toList();
    }
}
