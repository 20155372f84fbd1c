package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenStore {

    private final JdbcClient jdbc;
    private final RecentActors recent;

    ApiTokenStore(JdbcClient jdbc, RecentActors recent) {
        this.jdbc = jdbc;
        this.recent = recent;
    }

    /** For a command that has a connection and no application around it. */
    static ApiTokenStore on(Connection connection) {
        return new ApiTokenStore(
                JdbcClient.create(new SingleConnectionDataSource(connection, true)),
                new RecentActors(Clock.systemUTC()));
    }

    record Place(TenantId tenant, UUID token) {}

    Optional<Place> locate(byte[] hash) {
        return jdbc.sql("select tenant_id, token_id from api_token_hashes where hash = :hash")
                .param("hash", hash)
                .query((row, n) -> new Place(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("token_id", UUID.class)))
                .optional();
    }

    void insert(TenantId tenant, ApiToken token, byte[] hash, @Nullable PersonId creator) {
        jdbc.sql("""
                        insert into api_tokens (tenant_id, id, name, person_id, scopes, created_by, created_at, expires_at)
                        values (:tenant, :id, :name, :person, :scopes, :creator, :at, :expires)""")
                .param("tenant", tenant.value())
                .param("id", token.id())
                .param("name", token.name())
                .param("person", value(token.person()))
                .param("scopes", token.scopes().stream().sorted().toArray(String[]::new))
                .param("creator", value(creator))
                .param("at", token.createdAt().atOffset(ZoneOffset.UTC))
                .param(
                        "expires",
                        token.expiresAt() == null ? null : token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into api_token_hashes (hash, tenant_id, token_id) values (:hash, :tenant, :id)")
                .param("hash", hash)
                .param("tenant", tenant.value())
                .param("id", token.id())
                .update();
    }

    /** Revoked tokens are as if they did not exist. */
    Optional<ApiToken> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from api_tokens where tenant_id = :tenant and id = :id and revoked_at is null")
                .param("tenant", tenant.value())
                .param("id", id)
                .query(ApiTokenStore::token)
                .optional();
    }

    List<ApiToken> all(TenantId tenant) {
        return jdbc.sql(
                        "select * from api_tokens where tenant_id = :tenant and revoked_at is null order by created_at desc, id")
                .param("tenant", tenant.value())
                .query(ApiTokenStore::token)
                .list();
    }

    void setUsed(TenantId tenant, UUID id, Instant at) {
        jdbc.sql("update api_tokens set used_at = :at where tenant_id = :tenant and id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("id", id)
                .update();
    }

    boolean revoke(TenantId tenant, UUID id, Instant at) {
        recent.forget();
        return jdbc.sql(
                                "update api_tokens set revoked_at = :at where tenant_id = :tenant and id = :id and revoked_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void revokeAllOf(TenantId tenant, PersonId person, Instant at) {
        recent.forget();
        jdbc.sql(
                        "update api_tokens set revoked_at = :at where tenant_id = :tenant and person_id = :person and revoked_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant.value())
                .param("person", person.value())
                .update();
    }

    private static @Nullable UUID value(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                person == null ? null : new PersonId(person),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
