package dev.windrose.crm.company;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads groups of companies. */
@Component
class CompanyTreeStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    CompanyTreeStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    record Place(
            UUID id,
            String name,
            @Nullable UUID parent,
            int level,
            @Nullable String state) {}

    /** Deals of a company that are open or won, in one currency. */
    record Deals(UUID company, String state, @Nullable String currency, long count, long minor) {}

    record People(UUID company, long count) {}

    List<Place> below(UUID company, int most) {
        return jdbc.sql(access.guard("""
                        with recursive below (id, name, parent, state, level, path) as (
                            select c.id, c.name, {show:company.parent_company:c.parent_company}, {show:company.customer_state:c.customer_state}, 0, array[c.name_key || c.id::text]
                            from companies c where c.tenant_id = :tenant and c.id = :company and c.deleted_at is null{see:company:c}
                            union all
                            select c.id, c.name, c.parent_company, {show:company.customer_state:c.customer_state}, b.level + 1, b.path || (c.name_key || c.id::text)
                            from below b join companies c on c.tenant_id = :tenant and c.parent_company = b.id and c.deleted_at is null
                                {uses:company:parent_company}{see:company:c}
                            where b.level < 50)
                        select * from below order by path limit :most
                        """))
                .param("tenant", tenant())
                .param("company", company)
                .param("most", most)
                .query((rs, _) -> new Place(
                        rs.getObject("id", UUID.class),
                        String.valueOf(rs.getString("name")),
                        rs.getObject("parent", UUID.class),
                        rs.getInt("level"),
                        rs.getString("state")))
                .list();
    }

    List<Deals> deals(Collection<UUID> companies) {
        return jdbc.sql(access.guard("""
                        select d.company_id, d.deal_state, {show:deal.deal_amount:d.deal_amount_currency} as deal_amount_currency, count(*) as deals,
                               coalesce(sum({show:deal.deal_amount:d.deal_amount}), 0) as amount
                        from deals d where d.tenant_id = :tenant and d.company_id = any(:companies) and d.deleted_at is null
                            and d.deal_state in ('open', 'won'){uses:deal:company_id,deal_state}{see:deal:d}
                        group by 1, 2, 3
                        """))
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .query((rs, _) -> new Deals(
                        rs.getObject("company_id", UUID.class),
                        String.valueOf(rs.getString("deal_state")),
                        rs.getString("deal_amount_currency"),
                        rs.getLong("deals"),
                        rs.getLong("amount")))
                .list();
    }

    List<People> people(Collection<UUID> companies) {
        return jdbc.sql(access.guard("""
                        select p.company_id, count(*) as people from contacts p
                        where p.tenant_id = :tenant and p.company_id = any(:companies) and p.deleted_at is null{uses:contact:company_id}{see:contact:p}
                        group by p.company_id
                        """))
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .query((rs, _) -> new People(rs.getObject("company_id", UUID.class), rs.getLong("people")))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
