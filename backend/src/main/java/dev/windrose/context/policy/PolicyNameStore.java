package dev.windrose.context.policy;

import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names that clauses may use: read for the compiler, which shows only what the clause says itself. */
@Component
class PolicyNameStore {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    PolicyNameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> segments() {
        return names("""
                select distinct name from (
                    select c.customer_segment_label as name from companies c
                    where c.tenant_id = :tenant and c.customer_segment_label is not null and c.deleted_at is null
                    union all
                    select jsonb_array_elements_text(e.segments) from context_entries e
                    where e.tenant_id = :tenant and jsonb_typeof(e.segments) = 'array' and e.deleted_at is null) named
                order by name limit :most
                """);
    }

    List<String> regions() {
        return names("""
                select distinct name from (
                    select t.name from territories t where t.tenant_id = :tenant and t.deleted_at is null
                    union all
                    select jsonb_array_elements_text(e.regions) from context_entries e
                    where e.tenant_id = :tenant and jsonb_typeof(e.regions) = 'array' and e.deleted_at is null) named
                order by name limit :most
                """);
    }

    /** Of the set-up of the team, and those that somebody holds. */
    List<String> roles() {
        return names("""
                select distinct name from (
                    select e.title as name from context_entries e
                    where e.tenant_id = :tenant and e.category = 'team_setup' and e.kind = 'role' and e.deleted_at is null
                    union all
                    select replace(p.role_key, '_', ' ') from policy_roles p where p.tenant_id = :tenant) named
                order by name limit :most
                """);
    }

    /** A policy with its clause. */
    record Clause(UUID entry, String text) {}

    List<Clause> clauses() {
        return jdbc.sql("select entry_id, clause from policy_clauses where tenant_id = :tenant")
                .param("tenant", tenant())
                .query((rs, _) -> new Clause(rs.getObject("entry_id", UUID.class), rs.getString("clause")))
                .list();
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).param("tenant", tenant()).param("most", MOST).query(String.class).list().stream()
                .filter(name -> !name.isBlank())
                .toList();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
