package dev.windrose.records.query;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the history of records and who set their fields. */
@Component
class HistoryStore {

    private final JdbcClient jdbc;

    HistoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, below the given version. */
    List<Map<String, @Nullable Object>> history(UUID record, long below, int limit) {
        return jdbc.sql("""
                        select * from record_history
                        where tenant_id = :tenant and record_id = :record and version < :below order by version desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("record", record)
                .param("below", below)
                .param("limit", limit)
                .query((rs, _) -> entry(rs))
                .list();
    }

    Optional<String> provenance(Descriptor type, UUID record) {
        return jdbc.sql("select t.provenance from %s t where %s and t.id = :id".formatted(type.table(), type.rows()))
                .param("tenant", tenant())
                .param("id", record)
                .query(String.class)
                .optional();
    }

    private static Map<String, @Nullable Object> entry(ResultSet rs) throws SQLException {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("version", rs.getLong("version"));
        entry.put("at", rs.getObject("at", OffsetDateTime.class).toInstant().toString());
        for (String column :
                List.of("change_type", "change_category", "summary", "vector_searchable_text", "source", "user_name")) {
            entry.put(column, rs.getString(column));
        }
        entry.put("user_id", rs.getString("user_id"));
        entry.put("change_set_id", rs.getString("change_set_id"));
        for (String column : List.of("changed_fields", "previous_values", "new_values", "evidence")) {
            entry.put(column, Json.read(rs.getString(column)));
        }
        return entry;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
