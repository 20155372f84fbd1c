package dev.windrose.records.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.store.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers already given, by the key the caller chose. */
@Component
class IdempotencyStore {

    private final JdbcClient jdbc;

    IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Given(String requestHash, int status, Map<?, ?> answer) {}

    /** True if the key is new. Waits while another request with the same key is at work. */
    boolean claim(String key, String requestHash, Instant at) {
        return jdbc.sql("""
                        insert into idempotency_keys (tenant_id, key, request_hash, created_at)
                        values (:tenant, :key, :hash, cast(:at as timestamptz)) on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("key", key)
                        .param("hash", requestHash)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    Given given(String key) {
        return jdbc.sql(
                        "select request_hash, status, answer from idempotency_keys where tenant_id = :tenant and key = :key")
                .param("tenant", tenant())
                .param("key", key)
                .query((rs, _) -> new Given(
                        rs.getString("request_hash"),
                        rs.getInt("status"),
                        Json.read(rs.getString("answer")) instanceof Map<?, ?> map ? map : Map.of()))
                .single();
    }

    void answer(String key, int status, Map<String, @Nullable Object> answer) {
        jdbc.sql(
                        "update idempotency_keys set status = :status, answer = cast(:answer as jsonb) where tenant_id = :tenant and key = :key")
                .param("tenant", tenant())
                .param("key", key)
                .param("status", status)
                .param("answer", Json.write(answer))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
