package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AnswerTokenStore {

    private final JdbcClient jdbc;

    AnswerTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> find(UUID connection) {
        return jdbc.sql(
                        "select credential_id from connection_tokens where tenant_id = :tenant and connection_id = :connection")
                .param("tenant", tenant())
                .param("connection", connection)
                .query(UUID.class)
                .optional();
    }

    void put(UUID connection, UUID credential) {
        jdbc.sql("""
                        insert into connection_tokens (tenant_id, connection_id, credential_id) values (:tenant, :connection, :credential)
                        on conflict (tenant_id, connection_id) do update set credential_id = excluded.credential_id
                        """)
                .param("tenant", tenant())
                .param("connection", connection)
                .param("credential", credential)
                .update();
    }

    void remove(UUID connection) {
        jdbc.sql("delete from connection_tokens where tenant_id = :tenant and connection_id = :connection")
                .param("tenant", tenant())
                .param("connection", connection)
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
