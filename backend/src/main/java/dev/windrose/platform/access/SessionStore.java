package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {

    private final JdbcClient jdbc;
    private final RecentActors recent;

    SessionStore(JdbcClient jdbc, RecentActors recent) {
        this.jdbc = jdbc;
        this.recent = recent;
    }

    /** @param viewing the colleague as whom the person of the session looks at the workspace, until then */
    record Session(
            TenantId tenant,
            PersonId person,
            Instant seenAt,
            Instant expiresAt,
            @Nullable PersonId viewing,
            @Nullable Instant viewingUntil) {

        Session(TenantId tenant, PersonId person, Instant seenAt, Instant expiresAt) {
            this(tenant, person, seenAt, expiresAt, null, null);
        }
    }

    void view(byte[] hash, @Nullable PersonId person, @Nullable Instant until) {
        jdbc.sql(
                        "update sessions set viewing_person_id = :person, viewing_until = cast(:until as timestamptz) where hash = :hash")
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("until", until == null ? null : until.toString())
                .param("hash", hash)
                .update();
        recent.forget();
    }

    /** False where the look has been ended already. */
    boolean endView(byte[] hash) {
        recent.forget();
        return jdbc.sql("""
                        update sessions set viewing_person_id = null, viewing_until = null
                        where hash = :hash and viewing_person_id is not null
                        """).param("hash", hash).update() > 0;
    }

    /** Sessions whose look has come to its end. */
    List<Ended> ended(Instant now) {
        return jdbc.sql("select * from sessions where viewing_until <= cast(:now as timestamptz)")
                .param("now", now.toString())
                .query((rs, number) -> new Ended(rs.getBytes("hash"), session(rs, number)))
                .list();
    }

    record Ended(byte[] hash, Session session) {}

    void insert(byte[] hash, Session session, Instant at) {
        jdbc.sql("""
                        insert into sessions (hash, tenant_id, person_id, created_at, seen_at, expires_at)
                        values (:hash, :tenant, :person, :at, :at, :expires)""")
                .param("hash", hash)
                .param("tenant", session.tenant().value())
                .param("person", session.person().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", session.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Session> find(byte[] hash) {
        return jdbc.sql("select * from sessions where hash = :hash")
                .param("hash", hash)
                .query(SessionStore::session)
                .optional();
    }

    void setSeen(byte[] hash, Instant at) {
        jdbc.sql("update sessions set seen_at = :at where hash = :hash")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .update();
    }

    void delete(byte[] hash) {
        recent.forget();
        jdbc.sql("delete from sessions where hash = :hash").param("hash", hash).update();
    }

    void deleteAllOf(TenantId tenant, PersonId person) {
        recent.forget();
        jdbc.sql("delete from sessions where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from sessions where expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        var viewing = row.getObject("viewing_person_id", UUID.class);
        var until = row.getObject("viewing_until", OffsetDateTime.class);
        return new Session(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                viewing == null ? null : new PersonId(viewing),
                until == null ? null : until.toInstant());
    }
}
