package dev.windrose.integrations;

import dev.windrose.integrations.Connection.Status;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class ConnectionStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ConnectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A connection of some workspace. */
    record Place(TenantId tenant, UUID id, String kind) {}

    /** In the order of their names, without those removed. */
    List<Connection> all() {
        return jdbc.sql("select * from connections where tenant_id = :tenant and status <> 'removed' order by name, id")
                .param("tenant", tenant())
                .query((rs, _) -> connection(rs))
                .list();
    }

    Optional<Connection> find(UUID id) {
        return jdbc.sql("select * from connections where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> connection(rs))
                .optional();
    }

    /** @param nextPoll null where the source calls us */
    void put(Connection connection, @Nullable Instant nextPoll) {
        jdbc.sql("""
                        insert into connections (tenant_id, id, kind, name, settings, credential_id, status, shared, owner_id, next_poll_at,
                            created_at, created_by_name)
                        values (:tenant, :id, :kind, :name, cast(:settings as jsonb), :credential, :status, :shared, :owner,
                            cast(:next as timestamptz), :at, :by)
                        on conflict (tenant_id, id) do update set name = excluded.name, settings = excluded.settings,
                            credential_id = excluded.credential_id, status = excluded.status, shared = excluded.shared,
                            owner_id = excluded.owner_id, problem = null, failures = 0, next_poll_at = excluded.next_poll_at
                        """)
                .param("tenant", tenant())
                .param("id", connection.id())
                .param("kind", connection.kind())
                .param("name", connection.name())
                .param("settings", JSON.writeValueAsString(connection.settings()))
                .param("credential", connection.credential())
                .param("status", wire(connection.status()))
                .param("shared", connection.shared())
                .param(
                        "owner",
                        connection.owner() == null ? null : connection.owner().value())
                .param("next", nextPoll == null ? null : nextPoll.toString(), Types.VARCHAR)
                .param("at", connection.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", connection.createdByName())
                .update();
    }

    void checkpoint(UUID id, Map<String, Object> checkpoint) {
        jdbc.sql(
                        "update connections set checkpoint = cast(:checkpoint as jsonb) where tenant_id = :tenant and id = :id")
                .param("checkpoint", JSON.writeValueAsString(checkpoint))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void pollSoon(UUID id, Instant now) {
        jdbc.sql(
                        "update connections set next_poll_at = :now where tenant_id = :tenant and id = :id and next_poll_at is not null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** In all workspaces; only their names. */
    List<Place> due(Instant now) {
        return jdbc.sql("select tenant_id, id, kind from connections_to_poll(:now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Place(
                        new TenantId(rs.getObject("tenant_id", UUID.class)),
                        rs.getObject("id", UUID.class),
                        rs.getString("kind")))
                .list();
    }

    /** Whether this process may ask the source now: one at a time does. */
    boolean lease(UUID id, UUID lease, Instant now, Instant until) {
        return jdbc.sql("""
                        update connections set lease = :lease, leased_until = :until
                        where tenant_id = :tenant and id = :id and status = 'active'
                            and (leased_until is null or leased_until < :now or lease = :lease)
                        """)
                        .param("lease", lease)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void polled(UUID id, UUID lease, @Nullable String problem, Instant now, Instant next) {
        jdbc.sql("""
                        update connections set problem = cast(:problem as text), polled_at = :now, next_poll_at = :next, lease = null,
                            leased_until = null,
                            failures = case when cast(:problem as text) is null then 0 else failures + 1 end
                        where tenant_id = :tenant and id = :id and lease = :lease
                        """)
                .param("problem", problem, Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", id)
                .param("lease", lease)
                .update();
    }

    private static Connection connection(ResultSet rs) throws SQLException {
        var owner = rs.getObject("owner_id", UUID.class);
        var polled = rs.getObject("polled_at", OffsetDateTime.class);
        String checkpoint = rs.getString("checkpoint");
        return new Connection(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getString("name"),
                JSON.readValue(rs.getString("settings"), OBJECT),
                rs.getObject("credential_id", UUID.class),
                Status.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
                rs.getBoolean("shared"),
                owner == null ? null : new PersonId(owner),
                rs.getString("problem"),
                rs.getInt("failures"),
                checkpoint == null ? Map.of() : JSON.readValue(checkpoint, OBJECT),
                polled == null ? null : polled.toInstant(),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("created_by_name"));
    }

    static String wire(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
