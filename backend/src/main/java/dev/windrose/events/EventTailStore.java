package dev.windrose.events;

import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    List<EventTail.Told> after(EventPosition from, int most) {
        return jdbc.sql("""
                        select tenant_id, id, cast(cast(xid as text) as bigint) as xid, settled, name, record_type, record_id,
                            change_set_id, first, operations, fields
                        from event_log_told(cast(cast(:xid as text) as xid8), :id, :most) order by xid, id
                        """)
                .param("xid", from.transaction())
                .param("id", from.row())
                .param("most", most)
                .query((row, _) -> told(row))
                .list();
    }

    private static EventTail.Told told(ResultSet row) throws SQLException {
        String set = row.getString("change_set_id");
        var fields = row.getArray("fields");
        return new EventTail.Told(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new EventPosition(row.getLong("xid"), row.getLong("id")),
                row.getBoolean("settled"),
                row.getString("name"),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                set == null
                        ? null
                        : new EventTail.Batch(UUID.fromString(set), row.getInt("first"), row.getInt("operations")),
                fields == null ? null : List.of((String[]) fields.getArray()));
    }

    EventPosition end() {
        return new EventPosition(
                jdbc.sql("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                        .query(Long.class)
                        .single(),
                0);
    }
}
