package dev.windrose.context.use;

import dev.windrose.context.use.SaidWords.Saying;
import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What messages of trees say, and said in earlier versions. Read to be looked for in texts; nobody is told of it here. */
@Component
class SayingStore {

    private final JdbcClient jdbc;

    SayingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each wording with the last version that had it; drafts have never been said. */
    List<Saying> all() {
        return jdbc.sql("""
                        with nodes as (
                            select e.id, e.version, e.title from context_entries e
                            where e.tenant_id = :tenant and e.category = 'message_tree' and e.deleted_at is null
                              and e.status in ('live', 'expired', 'archived'))
                        select n.id, n.version, n.title from nodes n
                        union
                        select n.id, max(h.version), h.new_values ->> 'title' from nodes n
                        join record_history h on h.tenant_id = :tenant and h.record_id = n.id
                        where h.new_values ->> 'title' is not null and h.new_values ->> 'title' <> n.title
                        group by 1, 3
                        order by 1, 2
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .query((rs, _) -> new Saying(
                        Objects.requireNonNull(rs.getObject("id", UUID.class)),
                        rs.getLong("version"),
                        rs.getString("title")))
                .list();
    }
}
