package dev.windrose.records.access;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which place quotes which record. */
@Component
class QuotedRecordStore {

    private final JdbcClient jdbc;

    QuotedRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(String place, UUID id, String type, Collection<UUID> records) {
        jdbc.sql("""
                        insert into quoted_records (tenant_id, place, place_id, record_type, record_id)
                        select :tenant, :place, :id, :type, r from unnest(cast(:records as uuid[])) r on conflict do nothing
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("place", place)
                .param("id", id)
                .param("type", type)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }
}
