package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of entries that the actor may read. */
@Component
class EntryHomeStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    EntryHomeStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** @param ended live by status, though the last day has passed */
    record Group(String category, String kind, @Nullable String status, long entries, long ended, long ending) {}

    record Product(UUID id, String name) {}

    List<Group> groups(LocalDate today, LocalDate soon) {
        return jdbc.sql(access.guard("""
                        select e.category, e.kind, e.status, count(*) as entries, count(*) filter (where e.effective_to < :today) as ended,
                            count(*) filter (where e.effective_to between :today and :soon) as ending
                        from context_entries e where e.tenant_id = :tenant and e.deleted_at is null{see:context_entry:e}
                        group by e.category, e.kind, e.status
                        """))
                .param("tenant", tenant())
                .param("today", today)
                .param("soon", soon)
                .query((rs, _) -> new Group(
                        rs.getString("category"),
                        rs.getString("kind"),
                        rs.getString("status"),
                        rs.getLong("entries"),
                        rs.getLong("ended"),
                        rs.getLong("ending")))
                .list();
    }

    /** Entries by sensitivity. */
    Map<String, Long> bySensitivity() {
        var counts = new HashMap<String, Long>();
        jdbc.sql(access.guard("""
                        select e.sensitivity, count(*) as entries from context_entries e
                        where e.tenant_id = :tenant and e.deleted_at is null{see:context_entry:e}{uses:context_entry:sensitivity}
                        group by e.sensitivity
                        """)).param("tenant", tenant()).query(rs -> {
            counts.put(rs.getString("sensitivity"), rs.getLong("entries"));
        });
        return counts;
    }

    /** By category: entries of which a change waits for a decision. */
    Map<String, Long> waiting() {
        var waiting = new HashMap<String, Long>();
        jdbc.sql(access.guard("""
                        select e.category, count(distinct e.id) as entries
                        from change_sets s
                        join change_operations o on o.tenant_id = :tenant and o.change_set_id = s.id and o.status = 'waiting'
                            and o.record_type = 'context_entry'
                        join context_entries e on e.tenant_id = :tenant and e.id = o.record_id{see:context_entry:e}
                        where s.tenant_id = :tenant and s.status = 'proposed' group by e.category
                        """)).param("tenant", tenant()).query(rs -> {
            waiting.put(rs.getString("category"), rs.getLong("entries"));
        });
        return waiting;
    }

    List<Product> productsWithoutTree(int most) {
        return new ArrayList<>(jdbc.sql(access.guard("""
                        select p.id, p.name from products p
                        where p.tenant_id = :tenant and p.deleted_at is null{see:product:p} and not exists (
                            select 1 from message_trees m where m.tenant_id = :tenant and m.product_id = p.id and m.deleted_at is null
                                {see:message_tree:m})
                        order by p.name_key, p.id limit :most
                        """))
                .param("tenant", tenant())
                .param("most", most)
                .query((rs, _) -> new Product(rs.getObject("id", UUID.class), rs.getString("name")))
                .list());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
