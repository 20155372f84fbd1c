package dev.windrose.crm.company;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about companies that the generic queries do not answer. */
@Component
class CompanyStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    CompanyStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Groups of companies change one after the other in a workspace: two at once could close a circle that neither sees. */
    void lockGroups() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "company groups " + tenant())
                .query(rs -> {});
    }

    /** Whether one of the companies is above itself. */
    boolean closesCircle(List<UUID> companies) {
        return jdbc.sql("""
                        with recursive above (start, parent, depth) as (
                            select c.id, c.parent_company, 1 from companies c where c.tenant_id = :tenant and c.id = any(:companies)
                            union all
                            select a.start, p.parent_company, a.depth + 1 from above a
                            join companies p on p.tenant_id = :tenant and p.id = a.parent where a.depth < 200 and a.parent <> a.start)
                        select exists (select 1 from above where parent = start or depth >= 200)
                        """)
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** The company and all above it. */
    List<UUID> chainFrom(UUID company) {
        return jdbc.sql("""
                        with recursive above (id, parent, depth) as (
                            select c.id, c.parent_company, 1 from companies c where c.tenant_id = :tenant and c.id = :company
                            union all
                            select p.id, p.parent_company, a.depth + 1 from above a
                            join companies p on p.tenant_id = :tenant and p.id = a.parent where a.depth < 100)
                        select id from above
                        """)
                .param("tenant", tenant())
                .param("company", company)
                .query(UUID.class)
                .list();
    }

    /** Every change of the customer state, the newest first. */
    List<StateChange> stateChanges(UUID company) {
        return jdbc.sql(access.guard("""
                        select previous_values ->> 'customer_state' as before, new_values ->> 'customer_state' as after, at, user_name,
                               evidence ->> 'quote' as reason, change_set_id
                        from record_history h
                        where h.tenant_id = :tenant and h.record_id = :company and h.changed_fields @> '["customer_state"]'
                            and exists (select 1 from companies c where c.tenant_id = :tenant and c.id = :company{see:company:c})
                        order by version desc limit 200
                        """))
                .param("tenant", tenant())
                .param("company", company)
                .query((rs, _) -> new StateChange(
                        CustomerState.of(rs.getString("before")),
                        CustomerState.of(rs.getString("after")),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("user_name"),
                        rs.getString("reason"),
                        rs.getObject("change_set_id", UUID.class)))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
