package dev.windrose.events;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code event_log}. */
@Component
class EventLogStore {

    private static final TypeReference<Map<String, @Nullable Object>> PAYLOAD = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventLogStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A transaction may have drawn its number before another one that changed the same record and committed. Its event takes the later
     * number, so that (xid, id) is the order of changes for every record.
     */
    void insert(Event event, Actor actor, Instant occurredAt) {
        jdbc.sql("""
                        insert into event_log (tenant_id, xid, name, version, record_type, record_id, payload,
                            actor_kind, actor_name, person_id, occurred_at)
                        values (:tenant,
                            greatest(pg_current_xact_id(), (select xid from event_log
                                where tenant_id = :tenant and record_id = :recordId order by xid desc limit 1)),
                            :name, :version, :recordType, :recordId, cast(:payload as jsonb),
                            :actorKind, :actorName, :person, :occurredAt)
                        """)
                .param("tenant", actor.tenant().value())
                .param("name", event.type().name())
                .param("version", event.type().version())
                .param("recordType", event.recordType(), java.sql.Types.VARCHAR)
                .param("recordId", event.recordId(), java.sql.Types.OTHER)
                .param("payload", json.writeValueAsString(event.payload()))
                .param("actorKind", actor.kind().name())
                .param("actorName", actor.name())
                .param("person", actor.person() == null ? null : actor.person().value(), java.sql.Types.OTHER)
                .param("occurredAt", occurredAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The tenant's rows among these, in the order of the log. */
    List<LoggedEvent> read(TenantId tenant, List<Long> ids) {
        return jdbc.sql("""
                        select id, cast(cast(xid as text) as bigint) as xid, name, version, record_type, record_id, payload,
                            actor_kind, actor_name, person_id, occurred_at
                        from event_log
                        where tenant_id = :tenant and id = any(:ids)
                        order by xid, id
                        """)
                .param("tenant", tenant.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> event(tenant, row))
                .list();
    }

    private LoggedEvent event(TenantId tenant, ResultSet row) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        return new LoggedEvent(
                new EventPosition(row.getLong("xid"), row.getLong("id")),
                tenant,
                row.getString("name"),
                row.getInt("version"),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                json.readValue(row.getString("payload"), PAYLOAD),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getString("actor_name"),
                person == null ? null : new PersonId(person),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant());
    }
}
