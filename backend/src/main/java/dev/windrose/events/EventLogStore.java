package dev.windrose.events;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.tenancy.StatementStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code event_log}. */
@Component
class EventLogStore {

    private static final TypeReference<Map<String, @Nullable Object>> PAYLOAD = new TypeReference<>() {};

    /** Above this many records their events are found by one pass, not one by one. */
    private static final int FEW = 50;

    /** So many numbers later every transaction that drew one has ended. */
    private static final long LATE = 5_000;

    /** The latest number among earlier events of the records; nothing without any. */
    private static final String LATEST_OF_FEW = """
            select latest.xid
            from unnest(cast(:records as uuid[])) wanted (id)
            cross join lateral (select l.xid from event_log l where l.tenant_id = :tenant and l.record_id = wanted.id
                order by l.xid desc limit 1) latest
            order by latest.xid desc limit 1""";

    private static final String LATEST_OF_MANY =
            "select cast(cast(latest_event_of(:tenant, cast(:records as uuid[])) as text) as xid8)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StatementStore statements;

    EventLogStore(JdbcClient jdbc, JsonMapper json, StatementStore statements) {
        this.statements = statements;
        this.jdbc = jdbc;
        this.json = json;
    }

    EventMark mark() {
        long last = jdbc.sql("select coalesce(max(id), 0) from event_log where tenant_id = :tenant")
                .param("tenant", ActorScope.current().tenant().value())
                .query(Long.class)
                .single();
        return new EventMark(last, countSince(last));
    }

    /** The events that are visible from a while before one on. Numbers are drawn before the commit, so some come late. */
    long countSince(long last) {
        return jdbc.sql("select count(*) from event_log where tenant_id = :tenant and id > :from")
                .param("tenant", ActorScope.current().tenant().value())
                .param("from", last - LATE)
                .query(Long.class)
                .single();
    }

    /**
     * A transaction may have drawn its number before another one that changed the same record and committed. Its events take the later
     * number, so that (xid, id) is the order of changes for every record.
     */
    void insert(List<Event> events, Actor actor, Instant now) {
        var records = events.stream()
                .map(Event::recordId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        statements.update(
                """
                        insert into event_log (tenant_id, xid, name, version, record_type, record_id, payload,
                            actor_kind, actor_name, person_id, occurred_at)
                        select :tenant, greatest(pg_current_xact_id(), (%s)),
                            e.name, e.version, e.record_type, e.record_id, e.payload, :actorKind, :actorName, :person, e.occurred_at
                        from rows from (jsonb_to_recordset(cast(:events as jsonb)) as (
                            name text, version int, record_type text, record_id uuid, payload jsonb, occurred_at timestamptz))
                            with ordinality e (name, version, record_type, record_id, payload, occurred_at, place)
                        order by e.place
                        """.formatted(records.length <= FEW ? LATEST_OF_FEW : LATEST_OF_MANY),
                new MapSqlParameterSource()
                        .addValue("tenant", actor.tenant().value())
                        .addValue("records", records)
                        .addValue(
                                "events",
                                json.writeValueAsString(events.stream()
                                        .map(event -> row(event, now))
                                        .toList()))
                        .addValue("actorKind", actor.kind().name())
                        .addValue("actorName", actor.name())
                        .addValue(
                                "person",
                                actor.person() == null ? null : actor.person().value(),
                                Types.OTHER));
    }

    private static Map<String, @Nullable Object> row(Event event, Instant now) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", event.type().name());
        row.put("version", event.type().version());
        row.put("record_type", event.recordType());
        row.put("record_id", event.recordId());
        row.put("payload", event.payload());
        row.put("occurred_at", (event.occurredAt() == null ? now : event.occurredAt()).toString());
        return row;
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
