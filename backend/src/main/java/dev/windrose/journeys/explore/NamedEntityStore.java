package dev.windrose.journeys.explore;

import dev.windrose.journeys.engine.Grain;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people, companies, deals and products are called that answers name by their ids, as far as the actor may see them. */
@Component
class NamedEntityStore {

    private static final String CONTACTS = """
            select p.id, coalesce({show:contact.name:p.name}, {show:contact.email:p.email}) as title, c.name as subtitle
            from contacts p left join companies c on c.tenant_id = :tenant and c.id = p.company_id {uses:contact:company_id} {see:company:c}
            where p.tenant_id = :tenant and p.id = any(:ids) and p.deleted_at is null {see:contact:p}
            """;
    private static final String COMPANIES = """
            select c.id, c.name as title, {show:company.customer_state:c.customer_state} as subtitle from companies c
            where c.tenant_id = :tenant and c.id = any(:ids) and c.deleted_at is null {see:company:c}
            """;
    private static final String DEALS = """
            select d.id, coalesce({show:deal.name:d.name}, {show:deal.deal_id:d.deal_id}) as title, c.name as subtitle
            from deals d left join companies c on c.tenant_id = :tenant and c.id = d.company_id {uses:deal:company_id} {see:company:c}
            where d.tenant_id = :tenant and d.id = any(:ids) and d.deleted_at is null {see:deal:d}
            """;
    private static final String PRODUCTS = """
            select p.id, p.name as title, cast(null as text) as subtitle from products p
            where p.tenant_id = :tenant and p.id = any(:ids) {see:product:p}
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    NamedEntityStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    record Named(@Nullable String title, @Nullable String subtitle) {}

    Map<UUID, Named> entities(Grain grain, Collection<UUID> ids) {
        return read(
                switch (grain) {
                    case PERSON -> CONTACTS;
                    case COMPANY -> COMPANIES;
                    case DEAL -> DEALS;
                },
                ids);
    }

    Map<UUID, Named> products(Collection<UUID> ids) {
        return read(PRODUCTS, ids);
    }

    private Map<UUID, Named> read(String sql, Collection<UUID> ids) {
        var named = new LinkedHashMap<UUID, Named>();
        jdbc.sql(access.guard(sql))
                .param("tenant", ActorScope.current().tenant().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    named.put(
                            rs.getObject("id", UUID.class), new Named(rs.getString("title"), rs.getString("subtitle")));
                });
        return named;
    }
}
