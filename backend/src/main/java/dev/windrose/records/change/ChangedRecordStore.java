package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a change set did to each record, without the values. */
@Component
class ChangedRecordStore {

    private final JdbcClient jdbc;

    ChangedRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Changed(Op op, String type, UUID record, Map<String, @Nullable Object> payload) {}

    /** Counted over all operations; those that took no effect, or have been undone since, are told as well: the record says what holds. */
    List<Changed> page(UUID set, int from, int upTo) {
        return jdbc.sql("""
                        select o.op, o.record_type, o.record_id, o.record_title,
                            jsonb_path_query_array(o.fields, '$[*].field') as fields,
                            (select max(h.version) from record_history h
                             where h.tenant_id = :tenant and h.record_id = o.record_id and h.change_set_id = :set) as version
                        from change_operations o
                        where o.tenant_id = :tenant and o.change_set_id = :set and o.position >= :from and o.position < :upTo
                        order by o.position
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("set", set)
                .param("from", from)
                .param("upTo", upTo)
                .query((rs, _) -> changed(rs, set))
                .list();
    }

    private static Changed changed(ResultSet rs, UUID set) throws SQLException {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("version", rs.getObject("version"));
        payload.put("title", rs.getString("record_title"));
        payload.put("change_set_id", set.toString());
        payload.put("fields", Json.read(rs.getString("fields")));
        return new Changed(
                Op.valueOf(rs.getString("op").toUpperCase(Locale.ROOT)),
                rs.getString("record_type"),
                rs.getObject("record_id", UUID.class),
                payload);
    }
}
