package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TrackKeyStore {

    private final JdbcClient jdbc;

    TrackKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a key leads to. */
    record Place(TenantId tenant, UUID key) {}

    Optional<Place> locate(byte[] hash) {
        return jdbc.sql("select tenant_id, key_id from track_key_hashes where hash = :hash")
                .param("hash", hash)
                .query((rs, _) -> new Place(
                        new TenantId(rs.getObject("tenant_id", UUID.class)), rs.getObject("key_id", UUID.class)))
                .optional();
    }

    void insert(TrackKey key, byte[] hash) {
        jdbc.sql("""
                        insert into track_keys (tenant_id, id, code, name, hint, origins, created_at, created_by_name)
                        values (:tenant, :id, :code, :name, :hint, :origins, :at, :by)
                        """)
                .param("tenant", tenant())
                .param("id", key.id())
                .param("code", key.code())
                .param("name", key.name())
                .param("hint", key.hint())
                .param("origins", key.origins().toArray(String[]::new))
                .param("at", key.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", key.createdByName())
                .update();
        jdbc.sql("insert into track_key_hashes (hash, tenant_id, key_id) values (:hash, :tenant, :id)")
                .param("hash", hash)
                .param("tenant", tenant())
                .param("id", key.id())
                .update();
    }

    /** Those in use first, the newest before. */
    List<TrackKey> all() {
        return jdbc.sql(
                        "select * from track_keys where tenant_id = :tenant order by revoked_at desc nulls first, id desc")
                .param("tenant", tenant())
                .query((rs, _) -> key(rs))
                .list();
    }

    Optional<TrackKey> find(UUID id) {
        return jdbc.sql("select * from track_keys where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> key(rs))
                .optional();
    }

    void change(UUID id, String name, List<String> origins) {
        jdbc.sql("update track_keys set name = :name, origins = :origins where tenant_id = :tenant and id = :id")
                .param("name", name)
                .param("origins", origins.toArray(String[]::new))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    void revoke(UUID id, Instant at) {
        jdbc.sql("update track_keys set revoked_at = :at where tenant_id = :tenant and id = :id and revoked_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    private static TrackKey key(ResultSet rs) throws SQLException {
        var revoked = rs.getObject("revoked_at", OffsetDateTime.class);
        return new TrackKey(
                rs.getObject("id", UUID.class),
                rs.getString("code"),
                rs.getString("name"),
                rs.getString("hint"),
                List.of((String[]) rs.getArray("origins").getArray()),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("created_by_name"),
                revoked == null ? null : revoked.toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
