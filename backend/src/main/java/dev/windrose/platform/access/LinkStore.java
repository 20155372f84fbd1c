package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For a command that has a connection and no application around it. */
    static LinkStore on(Connection connection) {
        return new LinkStore(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    record Link(
            LinkKind kind,
            @Nullable TenantId tenant,
            @Nullable PersonId person) {}

    void insert(byte[] hash, Link link, Instant at) {
        jdbc.sql("delete from one_time_links where expires_at < :forgotten")
                .param("forgotten", at.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into one_time_links (hash, kind, tenant_id, person_id, created_at, expires_at)
                        values (:hash, :kind, :tenant, :person, :at, :expires)""")
                .param("hash", hash)
                .param("kind", link.kind().wire())
                .param("tenant", link.tenant() == null ? null : link.tenant().value())
                .param("person", link.person() == null ? null : link.person().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", at.plus(link.kind().life()).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Link> findOpen(byte[] hash, Instant now) {
        return jdbc.sql("select * from one_time_links where hash = :hash and used_at is null and expires_at > :now")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(LinkStore::link)
                .optional();
    }

    /** Of two callers at the same time only one gets the link. */
    Optional<Link> use(byte[] hash, Instant now) {
        return jdbc.sql("""
                        update one_time_links set used_at = :now where hash = :hash and used_at is null and expires_at > :now
                        returning kind, tenant_id, person_id""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(LinkStore::link)
                .optional();
    }

    void deleteAllOf(TenantId tenant, PersonId person) {
        jdbc.sql("delete from one_time_links where tenant_id = :tenant and person_id = :person and used_at is null")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update();
    }

    void deleteSetup() {
        jdbc.sql("delete from one_time_links where kind = 'setup'").update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        var tenant = row.getObject("tenant_id", UUID.class);
        var person = row.getObject("person_id", UUID.class);
        return new Link(
                LinkKind.of(row.getString("kind")),
                tenant == null ? null : new TenantId(tenant),
                person == null ? null : new PersonId(person));
    }
}
