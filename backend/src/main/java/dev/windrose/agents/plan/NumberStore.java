package dev.windrose.agents.plan;

import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records by the number they have in another system. Who asks has to see whether whoever speaks may see them. */
@Component
class NumberStore {

    private final JdbcClient jdbc;

    NumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Numbered(String type, UUID id) {}

    List<Numbered> of(String number) {
        return jdbc.sql("""
                        select distinct record_type, record_id from external_ids
                        where tenant_id = :tenant and external_id = :number order by record_type, record_id limit 5
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("number", number)
                .query((row, _) -> new Numbered(row.getString("record_type"), row.getObject("record_id", UUID.class)))
                .list();
    }
}
