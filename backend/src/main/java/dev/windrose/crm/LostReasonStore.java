package dev.windrose.crm;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.TextKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class LostReasonStore {

    private final JdbcClient jdbc;

    LostReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reason that the workspace calls so. */
    @Nullable
    UUID called(String name) {
        return jdbc.sql("""
                        select id from lost_reasons
                        where tenant_id = :tenant and name_key = :key and deleted_at is null order by id limit 1
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("key", TextKey.of(name))
                .query(UUID.class)
                .optional()
                .orElse(null);
    }
}
