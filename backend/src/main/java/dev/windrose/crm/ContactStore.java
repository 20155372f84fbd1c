package dev.windrose.crm;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about contacts that the generic queries do not answer. */
@Component
class ContactStore {

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    String countryOf(UUID company) {
        return jdbc.sql(
                        "select country_hq from companies where tenant_id = :tenant and id = :company and country_hq is not null")
                .param("tenant", tenant())
                .param("company", company)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The primary contacts of these companies. */
    List<UUID> primaryOf(Collection<UUID> companies) {
        return jdbc.sql("""
                        select id from contacts
                        where tenant_id = :tenant and company_id = any(:companies) and is_primary and deleted_at is null
                        """)
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    @Nullable
    UUID companyOf(UUID contact) {
        return jdbc.sql(
                        "select company_id from contacts where tenant_id = :tenant and id = :contact and company_id is not null")
                .param("tenant", tenant())
                .param("contact", contact)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    @Nullable
    UUID companyOfDeal(UUID deal) {
        return jdbc.sql(
                        "select company_id from deals where tenant_id = :tenant and id = :deal and company_id is not null")
                .param("tenant", tenant())
                .param("deal", deal)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
