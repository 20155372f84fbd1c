package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.store.Json;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code search_synonyms}. */
@Component
class SynonymStore {

    private final JdbcClient jdbc;

    SynonymStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<List<String>> all() {
        return jdbc
                .sql("select words from search_synonyms where tenant_id = :tenant order by position")
                .param("tenant", tenant())
                .query(String.class)
                .list()
                .stream()
                .map(words -> Json.read(words) instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.<String>of())
                .toList();
    }

    void replace(List<List<String>> groups) {
        jdbc.sql("delete from search_synonyms where tenant_id = :tenant")
                .param("tenant", tenant())
                .update();
        for (int i = 0; i < groups.size(); i++) {
            jdbc.sql("""
                            insert into search_synonyms (tenant_id, id, position, words) values (:tenant, :id, :position, cast(:words as jsonb))
                            """)
                    .param("tenant", tenant())
                    .param("id", Ids.next())
                    .param("position", i)
                    .param("words", Json.write(groups.get(i)))
                    .update();
        }
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
