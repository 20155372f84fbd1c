package dev.windrose.platform.credentials;

import dev.windrose.platform.Actor;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CredentialStore {

    private final JdbcClient jdbc;

    CredentialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with its sealed value. */
    record Row(
            UUID id,
            String kind,
            String name,
            String keyId,
            byte[] sealed,
            String lastFour,
            Instant setAt,
            @Nullable PersonId setBy,
            String setByName) {}

    record Place(TenantId tenant, UUID id) {}

    void put(Actor actor, Row row) {
        var by = actor.rightsOf();
        jdbc.sql("""
                        insert into credentials (tenant_id, id, kind, name, key_id, sealed, last_four, set_at, set_by, set_by_name)
                        values (:tenant, :id, :kind, :name, :key, :sealed, :lastFour, :at, :by, :byName)
                        on conflict (tenant_id, id) do update set name = excluded.name, key_id = excluded.key_id, sealed = excluded.sealed,
                            last_four = excluded.last_four, set_at = excluded.set_at, set_by = excluded.set_by, set_by_name = excluded.set_by_name
                        """)
                .param("tenant", actor.tenant().value())
                .param("id", row.id())
                .param("kind", row.kind())
                .param("name", row.name())
                .param("key", row.keyId())
                .param("sealed", row.sealed())
                .param("lastFour", row.lastFour())
                .param("at", row.setAt().atOffset(ZoneOffset.UTC))
                .param("by", by == null ? null : by.value())
                .param("byName", row.setByName())
                .update();
    }

    Optional<Row> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from credentials where tenant_id = :tenant and id = :id")
                .param("tenant", tenant.value())
                .param("id", id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    List<Row> all(TenantId tenant) {
        return jdbc.sql("select * from credentials where tenant_id = :tenant order by name, id")
                .param("tenant", tenant.value())
                .query((rs, _) -> row(rs))
                .list();
    }

    /** Only where nobody has set another value meanwhile. */
    boolean reseal(TenantId tenant, Row old, String keyId, byte[] sealed) {
        return jdbc.sql("""
                        update credentials set key_id = :key, sealed = :sealed
                        where tenant_id = :tenant and id = :id and sealed = :old
                        """)
                        .param("key", keyId)
                        .param("sealed", sealed)
                        .param("tenant", tenant.value())
                        .param("id", old.id())
                        .param("old", old.sealed())
                        .update()
                == 1;
    }

    boolean delete(TenantId tenant, UUID id) {
        return jdbc.sql("delete from credentials where tenant_id = :tenant and id = :id")
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** In all workspaces. */
    List<Place> ofOtherKeys(String current) {
        return jdbc.sql("select tenant_id, id from credentials_of_other_keys(:key)")
                .param("key", current)
                .query((rs, _) ->
                        new Place(new TenantId(rs.getObject("tenant_id", UUID.class)), rs.getObject("id", UUID.class)))
                .list();
    }

    private static Row row(ResultSet rs) throws SQLException {
        var by = rs.getObject("set_by", UUID.class);
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getString("name"),
                rs.getString("key_id"),
                rs.getBytes("sealed"),
                rs.getString("last_four"),
                rs.getObject("set_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new PersonId(by),
                rs.getString("set_by_name"));
    }
}
