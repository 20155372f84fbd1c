package dev.windrose.records.search;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code opened_records}. */
@Component
class OpenedStore {

    private final JdbcClient jdbc;

    OpenedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Opened(String type, UUID id, int times, Instant at) {}

    void opened(UUID person, String type, UUID record, Instant at, int kept) {
        jdbc.sql("""
                        insert into opened_records (tenant_id, id, person_id, record_type, record_id, times, opened_at)
                        values (:tenant, :id, :person, :type, :record, 1, :at)
                        on conflict (tenant_id, person_id, record_type, record_id)
                        do update set times = least(opened_records.times + 1, 1000), opened_at = excluded.opened_at
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("person", person)
                .param("type", type)
                .param("record", record)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        delete from opened_records where tenant_id = :tenant and person_id = :person and id in (
                            select id from opened_records where tenant_id = :tenant and person_id = :person order by opened_at desc offset :kept)
                        """)
                .param("tenant", tenant())
                .param("person", person)
                .param("kept", kept)
                .update();
    }

    List<Opened> newest(UUID person, int most) {
        return jdbc.sql("""
                        select record_type, record_id, times, opened_at from opened_records
                        where tenant_id = :tenant and person_id = :person order by opened_at desc limit :most
                        """)
                .param("tenant", tenant())
                .param("person", person)
                .param("most", most)
                .query((row, _) -> new Opened(
                        row.getString("record_type"),
                        row.getObject("record_id", UUID.class),
                        row.getInt("times"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
