package dev.windrose.workspace.archive;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that came in, what was decided about them, and what became of it. */
@Component
class TrainingStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final AccessSql access;

    TrainingStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** A text with its decision. */
    record Input(
            UUID id,
            Instant at,
            @Nullable String channel,
            @Nullable String text,
            @Nullable UUID employee,
            @Nullable UUID company,
            @Nullable UUID contact,
            @Nullable UUID deal,
            JsonNode decision,
            @Nullable UUID changeSet,
            @Nullable UUID proposed) {}

    /** @param fields by name, with what was before and after */
    record Operation(
            UUID changeSet,
            String setStatus,
            String op,
            String recordType,
            UUID record,
            JsonNode fields,
            String status,
            @Nullable Double confidence,
            @Nullable String reason) {}

    /** What a person did to a record later. */
    record Later(UUID record, Instant at, UUID changeSet, boolean undo, JsonNode before, JsonNode after) {}

    record Outcome(
            UUID deal,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String signed) {}

    long count() {
        return jdbc.sql(access.guard("""
                        select count(*) from user_prompt_logs l
                        where l.tenant_id = :tenant and l.deleted_at is null {see:user_prompt_log:l}
                        """))
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    List<Input> inputs(@Nullable UUID after, int most) {
        return jdbc.sql(access.guard("""
                        select l.id, l.created_at, l.raw_input, l.interaction_type, l.employee_id, l.company_id, l.contact_id, l.deal_id,
                            d.decision, d.change_set_id, d.proposed_change_set_id
                        from user_prompt_logs l
                        join intake_decisions d on d.tenant_id = :tenant and d.prompt_log_id = l.id
                        where l.tenant_id = :tenant and l.deleted_at is null and l.id > :after {see:user_prompt_log:l}
                        order by l.id limit :most
                        """))
                .param("tenant", tenant())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", most)
                .query((rs, _) -> new Input(
                        id(rs, "id"),
                        at(rs, "created_at"),
                        rs.getString("interaction_type"),
                        rs.getString("raw_input"),
                        rs.getObject("employee_id", UUID.class),
                        rs.getObject("company_id", UUID.class),
                        rs.getObject("contact_id", UUID.class),
                        rs.getObject("deal_id", UUID.class),
                        JSON.readTree(rs.getString("decision")),
                        rs.getObject("change_set_id", UUID.class),
                        rs.getObject("proposed_change_set_id", UUID.class)))
                .list();
    }

    List<Operation> operations(Collection<UUID> changeSets) {
        return jdbc.sql("""
                        select o.change_set_id, s.status as set_status, o.op, o.record_type, o.record_id, o.status, o.confidence, o.reason,
                            (select coalesce(jsonb_object_agg(f ->> 'field',
                                    jsonb_build_object('before', f -> 'before', 'after', f -> 'after')), '{}')
                                from jsonb_array_elements(o.fields) f) as fields
                        from change_operations o
                        join change_sets s on s.tenant_id = :tenant and s.id = o.change_set_id
                        where o.tenant_id = :tenant and o.change_set_id = any (cast(:sets as uuid[]))
                        order by o.change_set_id, o.position
                        """)
                .param("tenant", tenant())
                .param("sets", changeSets.toArray(UUID[]::new))
                .query((rs, _) -> new Operation(
                        id(rs, "change_set_id"),
                        rs.getString("set_status"),
                        rs.getString("op"),
                        rs.getString("record_type"),
                        id(rs, "record_id"),
                        JSON.readTree(rs.getString("fields")),
                        rs.getString("status"),
                        rs.getObject("confidence", Double.class),
                        rs.getString("reason")))
                .list();
    }

    /** Changes by people and undos. */
    List<Later> later(Collection<UUID> records) {
        return jdbc.sql("""
                        select h.record_id, h.at, h.change_set_id, s.cause_kind = 'undo' as undo, h.previous_values, h.new_values
                        from record_history h
                        join change_sets s on s.tenant_id = :tenant and s.id = h.change_set_id
                        where h.tenant_id = :tenant and h.record_id = any (cast(:records as uuid[]))
                            and s.actor_kind = 'person' and s.cause_kind in ('person', 'undo')
                        order by h.record_id, h.version
                        """)
                .param("tenant", tenant())
                .param("records", records.toArray(UUID[]::new))
                .query((rs, _) -> new Later(
                        id(rs, "record_id"),
                        at(rs, "at"),
                        id(rs, "change_set_id"),
                        rs.getBoolean("undo"),
                        JSON.readTree(rs.getString("previous_values")),
                        JSON.readTree(rs.getString("new_values"))))
                .list();
    }

    /** What people taught by correcting these texts, by the text. */
    List<Map.Entry<UUID, TrainingLine.Taught>> examples(Collection<UUID> inputs) {
        return jdbc.sql("""
                        select e.prompt_log_id, e.at, e.kind, e.op, e.entity, e.field, e.words, e.read_value, e.right_value, e.engine,
                            e.forgotten_at is null as active
                        from intake_examples e
                        where e.tenant_id = :tenant and e.prompt_log_id = any (cast(:inputs as uuid[]))
                        order by e.at, e.id
                        """)
                .param("tenant", tenant())
                .param("inputs", inputs.toArray(UUID[]::new))
                .query((rs, _) -> Map.entry(
                        id(rs, "prompt_log_id"),
                        new TrainingLine.Taught(
                                at(rs, "at"),
                                rs.getString("kind"),
                                rs.getString("op"),
                                rs.getString("entity"),
                                rs.getString("field"),
                                rs.getString("words"),
                                rs.getString("read_value"),
                                rs.getString("right_value"),
                                rs.getString("engine"),
                                rs.getBoolean("active"))))
                .list();
    }

    List<Outcome> outcomes(Collection<UUID> deals) {
        return jdbc.sql(access.guard("""
                        select d.id, d.stage, d.deal_state, cast(d.deal_signing_date as text) as signed from deals d
                        where d.tenant_id = :tenant and d.deleted_at is null and d.id = any (cast(:deals as uuid[])) {see:deal:d}
                        """))
                .param("tenant", tenant())
                .param("deals", deals.toArray(UUID[]::new))
                .query((rs, _) -> new Outcome(
                        id(rs, "id"), rs.getString("stage"), rs.getString("deal_state"), rs.getString("signed")))
                .list();
    }

    /** Contacts of whom nothing is handed on: they took their consent back, are suppressed, or lie in the bin. */
    Set<UUID> withoutConsent(Collection<UUID> contacts) {
        return new HashSet<>(jdbc.sql(access.guard("""
                        select c.id from contacts c
                        where c.tenant_id = :tenant and c.id = any (cast(:contacts as uuid[]))
                            and (c.consent_state = 'withdrawn' or c.suppressed or c.deleted_at is not null) {see:contact:c}
                        """))
                .param("tenant", tenant())
                .param("contacts", contacts.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Fields that are hidden from anybody, as {@code type.field}. */
    Set<String> hidden() {
        return new HashSet<>(
                jdbc.sql("select distinct record_type || '.' || field from field_masks where tenant_id = :tenant")
                        .param("tenant", tenant())
                        .query(String.class)
                        .list());
    }

    private static UUID id(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
