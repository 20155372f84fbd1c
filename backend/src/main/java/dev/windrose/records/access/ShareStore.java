package dev.windrose.records.access;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records that are shared. */
@Component
class ShareStore {

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Share> of(String type, UUID record) {
        return jdbc.sql("""
                        select * from record_shares where tenant_id = :tenant and record_type = :type and record_id = :record
                        order by created_at, id
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("record", record)
                .query(ShareStore::share)
                .list();
    }

    /** Sharing again changes the level. */
    Share put(Share share) {
        return jdbc.sql("""
                        insert into record_shares (tenant_id, id, record_type, record_id, person_id, team_id, level, created_at, created_by)
                        values (:tenant, :id, :type, :record, :person, :team, :level, :at, :by)
                        on conflict (tenant_id, record_id, record_type, person_id, team_id) do update set level = excluded.level
                        returning *
                        """)
                .param("tenant", tenant())
                .param("id", share.id())
                .param("type", share.recordType())
                .param("record", share.recordId())
                .param("person", share.person())
                .param("team", share.team())
                .param("level", share.right().name().toLowerCase(Locale.ROOT))
                .param("at", share.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", share.createdBy())
                .query(ShareStore::share)
                .single();
    }

    Optional<Share> delete(String type, UUID record, UUID id) {
        return jdbc.sql("""
                        delete from record_shares
                        where tenant_id = :tenant and record_type = :type and record_id = :record and id = :id returning *
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("record", record)
                .param("id", id)
                .query(ShareStore::share)
                .optional();
    }

    private static Share share(ResultSet rs, int number) throws SQLException {
        return new Share(
                rs.getObject("id", UUID.class),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                rs.getObject("person_id", UUID.class),
                rs.getObject("team_id", UUID.class),
                AccessRight.valueOf(rs.getString("level").toUpperCase(Locale.ROOT)),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("created_by", UUID.class));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
