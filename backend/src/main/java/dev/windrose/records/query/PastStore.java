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

    private final JdbcClient jdbc;

    PastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * For each record that has changed since, the columns to put back, as JSON text.
     *
     * @param only some records; null for all of the type
     */
    String changes(Descriptor type, Instant moment, @Nullable Set<UUID> only) {
        return once(new Asked(type.name(), moment, only), () -> read(type, moment, only));
    }

    private record Asked(
            String type, Instant moment, @Nullable Set<UUID> only) {}

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

    private String read(Descriptor type, Instant moment, @Nullable Set<UUID> only) {
        var changes = new Changes(type);
        jdbc.sql("""
                        with later as materialized (
                            select h.record_id, h.version, h.previous_values, h.change_category
                            from record_history h
                            where h.tenant_id = :tenant and h.record_type = :type and h.at > cast(:moment as timestamptz)%s),
                        first as (select record_id, min(version) as version from later group by record_id)
                        select l.record_id, l.version, l.previous_values, l.change_category, b.at as before%s
                        from later l
                        join first f on f.record_id = l.record_id
                        join %s t on t.tenant_id = :tenant and t.id = l.record_id and t.created_at <= cast(:moment as timestamptz)
                        left join record_history b
                             on b.tenant_id = :tenant and b.record_id = l.record_id and b.version = f.version - 1
                        order by l.record_id, l.version desc
                        """.formatted(
                        only == null ? "" : " and h.record_id = any(cast(:only as uuid[]))", money(type), type.table()))
                .param("tenant", ActorScope.current().tenant().value())
                .param("type", type.name())
                .param("moment", moment.toString())
                .params(only == null ? Map.of() : Map.of("only", SqlArray.of(only)))
                // In parts, so that many changes do not lie in memory at once.
                .withFetchSize(1_000)
                .query(changes::add);
        return changes.json();
    }

    /** Puts the changes of one record after the other into JSON. */
    private static final class Changes {

        private final Descriptor type;
        private final StringBuilder json = new StringBuilder("[");
        private @Nullable UUID id;
        private @Nullable PastRow row;

        Changes(Descriptor type) {
            this.type = type;
        }

        void add(ResultSet rs) throws SQLException {
            var next = rs.getObject("record_id", UUID.class);
            var current = row;
            if (current == null || !next.equals(id)) {
                end();
                current = new PastRow(type, amounts(type, rs));
                id = next;
                row = current;
            }
            var before = rs.getObject("before", OffsetDateTime.class);
            current.undo(
                    rs.getLong("version"),
                    rs.getString("change_category"),
                    Json.read(rs.getString("previous_values")) instanceof Map<?, ?> map ? map : Map.of(),
                    before == null ? null : before.toInstant());
        }

        private void end() {
            if (row != null && id != null) {
                json.append(json.length() == 1 ? "" : ",").append(row.json(id));
            }
        }

        String json() {
            end();
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
