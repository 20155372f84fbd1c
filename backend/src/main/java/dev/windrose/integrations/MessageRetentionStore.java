package dev.windrose.integrations;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MessageRetentionStore {

    private final JdbcClient jdbc;

    MessageRetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TenantId> tenants() {
        return jdbc.sql("select tenants_with_message_retention()").query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    Optional<Integer> days() {
        return jdbc.sql("select days from message_retention where tenant_id = :tenant")
                .param("tenant", tenant())
                .query(Integer.class)
                .optional();
    }

    void put(@Nullable Integer days) {
        jdbc.sql("delete from message_retention where tenant_id = :tenant")
                .param("tenant", tenant())
                .update();
        if (days != null) {
            jdbc.sql("insert into message_retention (tenant_id, days) values (:tenant, :days)")
                    .param("tenant", tenant())
                    .param("days", days)
                    .update();
        }
    }

    /** The oldest first; those that wait are kept. */
    int remove(Instant before, Instant now, int most) {
        var ids = jdbc.sql("""
                        update received_messages set removed_at = :now, body = null, edited_text = null, subject = null
                        where tenant_id = :tenant and id in (
                            select id from received_messages
                            where tenant_id = :tenant and removed_at is null and state <> 'waiting' and arrived_at < :before
                            order by arrived_at limit :most)
                        returning id
                        """)
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(UUID.class)
                .list();
        jdbc.sql("delete from received_contents where tenant_id = :tenant and message_id = any(:ids)")
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        return ids.size();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
