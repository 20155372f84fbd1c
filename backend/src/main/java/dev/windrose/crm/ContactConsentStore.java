package dev.windrose.crm;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.TextKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ContactConsentStore {

    private final JdbcClient jdbc;

    ContactConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param address in lower case */
    record Wish(
            UUID contact,
            String address,
            @Nullable String consent,
            boolean suppressed,
            @Nullable String reason) {}

    /** Of all contacts with these addresses, whoever may see them: it decides about sending and is told to nobody else. */
    List<Wish> of(Collection<String> addresses) {
        return jdbc.sql("""
                        select id, lower(email) as address, consent_state, coalesce(suppressed, false) as suppressed, suppression_reason
                        from contacts where tenant_id = :tenant and email_key = any(:keys) and deleted_at is null
                        order by id
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("keys", addresses.stream().map(TextKey::of).toArray(String[]::new))
                .query((rs, _) -> new Wish(
                        rs.getObject("id", UUID.class),
                        rs.getString("address"),
                        rs.getString("consent_state"),
                        rs.getBoolean("suppressed"),
                        rs.getString("suppression_reason")))
                .list();
    }
}
