package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where entries hang in trees. Rules of trees hold for all of it, whoever moves a part; nothing of what is read here is shown. */
@Component
class NodeStore {

    private final JdbcClient jdbc;

    NodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Node(String category, String kind, @Nullable UUID tree) {

        boolean inTrees() {
            return category.equals(EntryCategory.MESSAGE_TREE.wire());
        }

        boolean fits(@Nullable UUID other) {
            return tree == null || other == null || tree.equals(other);
        }
    }

    /** Trees change one after the other in a workspace: two at once could close a circle that neither sees. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "message trees " + tenant())
                .query(rs -> {});
    }

    Optional<Node> find(UUID id) {
        return jdbc.sql("select category, kind, tree_id from context_entries where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) ->
                        new Node(rs.getString("category"), rs.getString("kind"), rs.getObject("tree_id", UUID.class)))
                .optional();
    }

    /** The entry, all above it and all that these are variants of. */
    List<UUID> above(UUID entry) {
        return jdbc.sql("""
                        with recursive above (id) as (
                            select cast(:entry as uuid)
                            union
                            select link.id from above a
                            join context_entries e on e.tenant_id = :tenant and e.id = a.id
                            cross join lateral (values (e.parent_id), (e.variant_of_id)) link (id) where link.id is not null)
                        select id from above
                        """)
                .param("tenant", tenant())
                .param("entry", entry)
                .query(UUID.class)
                .list();
    }

    /** Whether one of the entries is above itself. */
    boolean closesCircle(List<UUID> entries) {
        return jdbc.sql("""
                        with recursive above (start, id) as (
                            select e.id, link.id from context_entries e
                            cross join lateral (values (e.parent_id), (e.variant_of_id)) link (id)
                            where e.tenant_id = :tenant and e.id = any(:entries) and link.id is not null
                            union
                            select a.start, link.id from above a
                            join context_entries e on e.tenant_id = :tenant and e.id = a.id
                            cross join lateral (values (e.parent_id), (e.variant_of_id)) link (id) where link.id is not null)
                        select exists (select 1 from above where start = id)
                        """)
                .param("tenant", tenant())
                .param("entries", entries.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Of the entries, and of those that hang on them, the title of one that hangs on what is in no tree or in another one. */
    Optional<String> strayed(List<UUID> entries) {
        return jdbc.sql("""
                        select e.title from context_entries e
                        join context_entries p on p.tenant_id = :tenant and p.id in (e.parent_id, e.variant_of_id)
                        where e.tenant_id = :tenant and e.deleted_at is null and (p.category <> 'message_tree' or p.tree_id <> e.tree_id)
                            and (e.id = any(:entries) or e.parent_id = any(:entries) or e.variant_of_id = any(:entries))
                        limit 1
                        """)
                .param("tenant", tenant())
                .param("entries", entries.toArray(UUID[]::new))
                .query(String.class)
                .optional();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
