package dev.windrose.context.policy;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries of policies as they are written, whoever may read them: their rules hold for everybody. */
@Component
class PolicyEntryStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PolicyEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            UUID id,
            long version,
            String title,
            String kind,
            String status,
            String sensitivity,
            Map<String, Object> details,
            String body,
            boolean imported,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    List<Entry> policies(Collection<UUID> ids) {
        return jdbc.sql("""
                        select e.*, exists (select 1 from change_sets s join change_operations o on o.tenant_id = s.tenant_id
                                and o.change_set_id = s.id
                            where s.tenant_id = :tenant and o.record_id = e.id and o.op = 'create' and s.cause_kind = 'import') as imported
                        from context_entries e
                        where e.tenant_id = :tenant and e.id = any(:ids) and e.category = 'policy' and e.deleted_at is null
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> entry(rs))
                .list();
    }

    private static Entry entry(ResultSet rs) throws SQLException {
        var details = rs.getString("details");
        var body = rs.getString("body");
        return new Entry(
                rs.getObject("id", UUID.class),
                rs.getLong("version"),
                rs.getString("title"),
                rs.getString("kind"),
                String.valueOf(rs.getString("status")),
                String.valueOf(rs.getString("sensitivity")),
                details == null ? Map.of() : JSON.readValue(details, OBJECT),
                body == null ? "" : body,
                rs.getBoolean("imported"),
                rs.getObject("effective_from", LocalDate.class),
                rs.getObject("effective_to", LocalDate.class));
    }
}
