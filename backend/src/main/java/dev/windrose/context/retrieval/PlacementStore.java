package dev.windrose.context.retrieval;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which chunks of the workspace in scope are in an index outside, and which have to leave it. Needs a transaction. */
@Component
class PlacementStore {

    private final JdbcClient jdbc;

    PlacementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was placed in another index than this one is to be placed anew. */
    void placedElsewhere(String name) {
        jdbc.sql("""
                        update context_chunks c set placed = null
                        where c.tenant_id = :tenant and c.placed is not null and c.placed <> :name
                        """).param("tenant", tenant()).param("name", name).update();
    }

    /** Chunks with a vector that are in no index outside. */
    List<UUID> unplaced(int most) {
        return jdbc.sql("""
                        select c.id from context_chunks c
                        where c.tenant_id = :tenant and c.encoder is not null and c.placed is null
                        order by c.id limit :most
                        """)
                .param("tenant", tenant())
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    void placed(String name, List<Chunk> chunks) {
        jdbc.sql("""
                        update context_chunks c set placed = :name
                        where c.tenant_id = :tenant and c.id = any(:ids) and c.placed is distinct from :name
                        """)
                .param("tenant", tenant())
                .param("name", name)
                .param("ids", chunks.stream().map(Chunk::id).toArray(UUID[]::new))
                .update();
    }

    /** Chunks that are gone and are still in the index. */
    List<UUID> leftovers(String name, int most) {
        return jdbc.sql("""
                        select l.id from context_chunk_leftovers l where l.tenant_id = :tenant and l.placed = :name order by l.id limit :most
                        """)
                .param("tenant", tenant())
                .param("name", name)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** These went while they were on their way. */
    void leave(String name, Collection<UUID> ids) {
        jdbc.sql("""
                        insert into context_chunk_leftovers (tenant_id, id, placed)
                        select :tenant, x.id, :name from unnest(:ids) as x(id)
                        on conflict (tenant_id, id) do update set placed = excluded.placed
                        """)
                .param("tenant", tenant())
                .param("name", name)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    void left(Collection<UUID> ids) {
        jdbc.sql("delete from context_chunk_leftovers l where l.tenant_id = :tenant and l.id = any(:ids)")
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
