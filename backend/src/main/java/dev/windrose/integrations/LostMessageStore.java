package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger for the look after messages that nothing works on. */
@Component
class LostMessageStore {

    private final JdbcClient jdbc;

    LostMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param request how often it was asked for, which its job is named by */
    record Waiting(UUID id, int request) {

        String job() {
            return HandleMessage.key(id, request);
        }
    }

    List<TenantId> tenants() {
        return jdbc.sql("select id from tenants order by id").query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    List<Waiting> waitingAfter(UUID id, int most) {
        return jdbc.sql("""
                        select id, requests from received_messages
                        where tenant_id = :tenant and state = 'waiting' and id > :id order by id limit :most
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("most", most)
                .query((rs, _) -> new Waiting(rs.getObject("id", UUID.class), rs.getInt("requests")))
                .list();
    }

    /** @return false where it was decided or asked for again meanwhile */
    boolean failed(Waiting message, String reason, String detail, Instant now) {
        return jdbc.sql("""
                        update received_messages set state = 'failed', reason = :reason, detail = :detail, done_at = :now
                        where tenant_id = :tenant and id = :id and state = 'waiting' and requests = :request
                        """)
                        .param("reason", reason)
                        .param("detail", detail)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant())
                        .param("id", message.id())
                        .param("request", message.request())
                        .update()
                == 1;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
