package dev.windrose.platform.access;

import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

@Repository
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For a command that has a connection and no application around it. */
    static IdentityStore on(Connection connection) {
        return new IdentityStore(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    void insert(Identity identity) {
        jdbc.sql("""
                        insert into identities (id, tenant_id, person_id, email, password_hash)
                        values (:id, :tenant, :person, :email, :hash)""")
                .param("id", Ids.next())
                .param("tenant", identity.tenant().value())
                .param("person", identity.person().value())
                .param("email", identity.email())
                .param("hash", identity.passwordHash())
                .update();
    }

    void setPassword(TenantId tenant, PersonId person, String hash) {
        jdbc.sql("update identities set password_hash = :hash where tenant_id = :tenant and person_id = :person")
                .param("hash", hash)
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update();
    }

    void setSignedIn(TenantId tenant, PersonId person, Instant at) {
        jdbc.sql("update identities set signed_in_at = :at where tenant_id = :tenant and person_id = :person")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update();
    }

    Optional<Identity> find(TenantId tenant, PersonId person) {
        return jdbc.sql("select * from identities where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant.value())
                .param("person", person.value())
                .query(IdentityStore::identity)
                .optional();
    }

    /** The workspace entered last comes first. Few: each costs a slow hash. */
    List<Identity> findByEmail(String email) {
        return jdbc.sql(
                        "select * from identities where email = :email order by signed_in_at desc nulls last, id limit 5")
                .param("email", email)
                .query(IdentityStore::identity)
                .list();
    }

    /** True for the issuer's account it was used with first, which it is from then on. */
    boolean belongsTo(Identity identity, String issuer, String subject) {
        // The last look is for a second request of the same account that came at the same moment.
        return knows(identity, issuer, subject) || bind(identity, issuer, subject) || knows(identity, issuer, subject);
    }

    private boolean knows(Identity identity, String issuer, String subject) {
        return jdbc.sql("""
                        select exists (select from identities where tenant_id = :tenant and person_id = :person
                            and issuer = :issuer and issuer_subject = :subject)""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("tenant", identity.tenant().value())
                .param("person", identity.person().value())
                .query(Boolean.class)
                .single();
    }

    private boolean bind(Identity identity, String issuer, String subject) {
        return jdbc.sql("""
                                update identities set issuer = :issuer, issuer_subject = :subject
                                where tenant_id = :tenant and person_id = :person and issuer_subject is null""")
                        .param("issuer", issuer)
                        .param("subject", subject)
                        .param("tenant", identity.tenant().value())
                        .param("person", identity.person().value())
                        .update()
                > 0;
    }

    boolean isActive(Identity identity) {
        return jdbc.sql("""
                        select exists (select from people where tenant_id = :tenant and id = :person and status = 'active')""")
                .param("tenant", identity.tenant().value())
                .param("person", identity.person().value())
                .query(Boolean.class)
                .single();
    }

    private static Identity identity(ResultSet row, int number) throws SQLException {
        return new Identity(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("email"),
                row.getString("password_hash"));
    }
}
