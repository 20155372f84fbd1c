package dev.windrose.events;

import dev.windrose.platform.id.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The way through the log across tenants for readers that keep their own place. */
@Component
class EventTailStore {

    private final JdbcClient jdbc;

    EventTailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EventTail.Place> after(EventPosition from, int most) {
        return jdbc.sql("""
                        select tenant_id, id, cast(cast(xid as text) as bigint) as xid, settled
                        from event_log_tail(cast(cast(:xid as text) as xid8), :id, :most) order by xid, id
                        """)
                .param("xid", from.transaction())
                .param("id", from.row())
                .param("most", most)
                .query((row, _) -> new EventTail.Place(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new EventPosition(row.getLong("xid"), row.getLong("id")),
                        row.getBoolean("settled")))
                .list();
    }

    EventPosition end() {
        return new EventPosition(
                jdbc.sql("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                        .query(Long.class)
                        .single(),
                0);
    }
}
