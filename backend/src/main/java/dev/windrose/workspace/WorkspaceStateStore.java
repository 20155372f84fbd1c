package dev.windrose.workspace;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class WorkspaceStateStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    WorkspaceStateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkspaceState> find(UUID person, String entityType, String entityId) {
        return jdbc.sql("""
                        select * from workspace_states
                        where tenant_id = :tenant and user_id = :person and entity_type = :type and entity_id = :id
                        """)
                .param("tenant", tenant())
                .param("person", person)
                .param("type", entityType)
                .param("id", entityId)
                .query((rs, _) -> new WorkspaceState(
                        value(rs.getString("tab_states")),
                        value(rs.getString("panel_configuration")),
                        value(rs.getString("recent_actions")),
                        rs.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(UUID person, String entityType, String entityId, WorkspaceState state, Instant at) {
        jdbc.sql("""
                        insert into workspace_states (tenant_id, id, user_id, entity_type, entity_id, tab_states, panel_configuration,
                            recent_actions, created_at, updated_at)
                        values (:tenant, :row, :person, :type, :id, cast(:tabs as jsonb), cast(:panels as jsonb), cast(:actions as jsonb),
                            cast(:at as timestamptz), cast(:at as timestamptz))
                        on conflict (tenant_id, user_id, entity_type, entity_id) do update
                        set tab_states = excluded.tab_states, panel_configuration = excluded.panel_configuration,
                            recent_actions = excluded.recent_actions, updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("row", Ids.next())
                .param("person", person)
                .param("type", entityType)
                .param("id", entityId)
                .param("tabs", json(state.tabStates()))
                .param("panels", json(state.panelConfiguration()))
                .param("actions", json(state.recentActions()))
                .param("at", at.toString())
                .update();
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    private static @Nullable Object value(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Object.class);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
