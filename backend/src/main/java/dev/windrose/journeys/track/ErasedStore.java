package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes records that go for good out of events and visitors. */
@Component
class ErasedStore {

    private final JdbcClient jdbc;

    ErasedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param column contact_id, company_id, deal_id or product_id */
    void forget(String column, Collection<UUID> ids) {
        run(
                "update journey_events set %1$s = null where tenant_id = :tenant and %1$s = any(:ids)"
                        .formatted(column),
                ids);
        if (column.equals("contact_id")) {
            run("""
                    update track_visitors set contact_id = null, company_id = null, email_key = null, user_id = null, linked_at = null,
                        anonymous_id = 'erased:' || id
                    where tenant_id = :tenant and contact_id = any(:ids)
                    """, ids);
        } else if (column.equals("company_id")) {
            run(
                    "update track_visitors set company_id = null where tenant_id = :tenant and company_id = any(:ids)",
                    ids);
        }
    }

    private void run(String sql, Collection<UUID> ids) {
        jdbc.sql(sql)
                .param("tenant", ActorScope.current().tenant().value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
