package dev.windrose.platform.audit;

import dev.windrose.platform.Actor;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.tenancy.StatementStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StatementStore statements;

    AuditStore(JdbcClient jdbc, JsonMapper json, StatementStore statements) {
        this.statements = statements;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The entry and its place in the queue of the seals, in one statement. */
    void insert(UUID id, Instant at, Actor actor, @Nullable String requestId, AuditEntry entry) {
        statements.update(
                """
                        with entry as (
                            insert into audit_log (tenant_id, id, at, action, actor_kind, actor_name, person_id, record_type, record_id,
                                title, change_set_id, evidence, request_id, details)
                            values (:tenant, :id, :at, :action, :kind, :name, :person, :type, :record,
                                :title, :change_set, cast(:evidence as jsonb), :request, cast(:details as jsonb))
                            returning tenant_id, id)
                        insert into audit_unsealed (tenant_id, entry_id) select tenant_id, id from entry""",
                new MapSqlParameterSource()
                        .addValue("tenant", actor.tenant().value())
                        .addValue("id", id)
                        .addValue("at", at.atOffset(ZoneOffset.UTC))
                        .addValue("action", entry.action().wire())
                        .addValue("kind", actor.kind().name().toLowerCase(Locale.ROOT))
                        .addValue("name", actor.name())
                        .addValue(
                                "person",
                                actor.person() == null ? null : actor.person().value())
                        .addValue("type", entry.recordType())
                        .addValue("record", entry.recordId())
                        .addValue("title", entry.title())
                        .addValue("change_set", entry.changeSet())
                        .addValue(
                                "evidence", entry.evidence() == null ? null : json.writeValueAsString(entry.evidence()))
                        .addValue("request", requestId)
                        .addValue("details", json.writeValueAsString(entry.details())));
    }

    int seal(TenantId tenant, Instant at) {
        return jdbc.sql("select seal_audit(:tenant, :at)")
                .param("tenant", tenant.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Of all workspaces; their rows stay behind their policies. */
    List<TenantId> tenantsToSeal() {
        return jdbc.sql("select tenants_with_unsealed_audit()").query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    /** @param changes change sets that wrote the record which the query names */
    List<AuditRow> page(TenantId tenant, AuditQuery query, List<UUID> changes) {
        var conditions = new ArrayList<>(List.of("a.tenant_id = :tenant"));
        var params = new HashMap<String, Object>(Map.of("tenant", tenant.value(), "limit", query.limit() + 1));
        add(conditions, params, "a.person_id = :person", "person", query.person());
        add(conditions, params, "a.action = :action", "action", query.action());
        add(conditions, params, "a.at >= :from", "from", time(query.from()));
        add(conditions, params, "a.at < :to", "to", time(query.to()));
        add(conditions, params, "a.change_set_id = :change_set", "change_set", query.changeSet());
        if (query.record() != null) {
            conditions.add("(a.record_id = :record or a.change_set_id = any(cast(:changes as uuid[])))");
            params.put("record", query.record());
            params.put("changes", changes.toArray(UUID[]::new));
        }
        if (query.after() != null) {
            conditions.add("(a.at, a.id) < (:after_at, :after_id)");
            params.put("after_at", query.after().at().atOffset(ZoneOffset.UTC));
            params.put("after_id", query.after().id());
        }
        return jdbc.sql("""
                        select a.*, not exists (select from audit_unsealed u where u.tenant_id = a.tenant_id and u.entry_id = a.id) as sealed
                        from audit_log a where %s order by a.at desc, a.id desc limit :limit""".formatted(String.join(" and ", conditions)))
                .params(params)
                .query(this::row)
                .list();
    }

    /** The newest first. */
    List<AuditSeal> seals(TenantId tenant, int limit) {
        return jdbc.sql("""
                        select number, at, cardinality(entries) as entries, encode(hash, 'hex') as hash from audit_seals
                        where tenant_id = :tenant order by number desc limit :limit""")
                .param("tenant", tenant.value())
                .param("limit", limit)
                .query((row, _) -> new AuditSeal(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("entries"),
                        row.getString("hash")))
                .list();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("action"),
                row.getString("actor_kind"),
                row.getString("actor_name"),
                row.getObject("person_id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("title"),
                row.getObject("change_set_id", UUID.class),
                object(row.getString("evidence")),
                row.getString("request_id"),
                object(row.getString("details")),
                row.getBoolean("sealed"));
    }

    private @Nullable Map<String, Object> object(@Nullable String text) {
        return text == null ? null : json.readValue(text, new TypeReference<>() {});
    }
}
