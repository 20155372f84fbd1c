package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class NotificationStore {

    private final JdbcClient jdbc;

    NotificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves out what the person was told before, and people who are gone. */
    void add(List<Notification> news, Instant now) {
        if (news.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into notifications (tenant_id, id, person_id, kind, key, record_type, record_id, text, by_id, by_name, shown_at,
                            created_at)
                        select :tenant, n.id, p.id, n.kind, n.key, n.record_type, n.record_id, n.text, n.by_id, n.by_name, n.shown_at,
                               cast(:now as timestamptz)
                        from jsonb_populate_recordset(null::notifications, cast(:news as jsonb)) n
                        join people p on p.tenant_id = :tenant and p.id = n.person_id and p.status <> 'deactivated'
                        on conflict (tenant_id, person_id, key) do nothing
                        """)
                .param("tenant", tenant())
                .param(
                        "news",
                        JsonMapper.shared()
                                .writeValueAsString(news.stream()
                                        .map(NotificationStore::row)
                                        .toList()))
                .param("now", now.toString())
                .update();
    }

    private static Map<String, @Nullable Object> row(Notification news) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", news.id().toString());
        row.put("person_id", news.person().toString());
        row.put("kind", news.kind().wire());
        row.put("key", news.key());
        row.put("record_type", news.recordType());
        row.put("record_id", news.recordId().toString());
        row.put("text", news.text());
        row.put("by_id", news.byId() == null ? null : news.byId().toString());
        row.put("by_name", news.byName());
        row.put("shown_at", news.at().toString());
        return row;
    }

    /** What was to come about the records will not. */
    void cancel(Collection<UUID> records, Instant now) {
        if (records.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from notifications where tenant_id = :tenant and record_id = any(:records)
                            and kind in ('task_due', 'reminder') and read_at is null and shown_at > cast(:now as timestamptz)
                        """)
                .param("tenant", tenant())
                .param("records", records.toArray(UUID[]::new))
                .param("now", now.toString())
                .update();
    }

    /** The newest first, below the given one. */
    List<Notification> of(UUID person, boolean unread, @Nullable UUID below, Instant now, int limit) {
        return jdbc.sql("""
                        select n.* from notifications n
                        where n.tenant_id = :tenant and n.person_id = :person and n.shown_at <= cast(:now as timestamptz)
                            and (not :unread or n.read_at is null)
                            and (cast(:below as uuid) is null or (n.shown_at, n.id) < (
                                select b.shown_at, b.id from notifications b where b.tenant_id = :tenant and b.id = cast(:below as uuid)))
                        order by n.shown_at desc, n.id desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("person", person)
                .param("now", now.toString())
                .param("unread", unread)
                .param("below", below == null ? null : below.toString())
                .param("limit", limit)
                .query((rs, _) -> notification(rs))
                .list();
    }

    /** What is unread and shown, without its words; at most so many. */
    List<Notification> unread(UUID person, Instant now, int most) {
        return of(person, true, null, now, most);
    }

    /** @param id null for all */
    int read(UUID person, @Nullable UUID id, Instant now) {
        return jdbc.sql("""
                        update notifications set read_at = coalesce(read_at, cast(:now as timestamptz))
                        where tenant_id = :tenant and person_id = :person and shown_at <= cast(:now as timestamptz)
                            and (cast(:id as uuid) is null and read_at is null or id = cast(:id as uuid))
                        """)
                .param("tenant", tenant())
                .param("person", person)
                .param("id", id == null ? null : id.toString())
                .param("now", now.toString())
                .update();
    }

    private static Notification notification(ResultSet rs) throws SQLException {
        var read = rs.getObject("read_at", OffsetDateTime.class);
        return new Notification(
                rs.getObject("id", UUID.class),
                rs.getObject("person_id", UUID.class),
                NotificationKind.of(rs.getString("kind")),
                rs.getString("key"),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                rs.getString("text"),
                rs.getObject("by_id", UUID.class),
                rs.getString("by_name"),
                rs.getObject("shown_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
