package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunLimits;
import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The versions that a workspace has made of agents, and what their runs took. */
@Component
class AgentVersionStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AgentVersionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest first. */
    List<AgentVersion> of(String agent) {
        return jdbc.sql("""
                        select * from agent_versions where tenant_id = :tenant and agent = :agent order by number desc limit 200
                        """)
                .param("tenant", tenant())
                .param("agent", agent)
                .query((rs, _) -> row(rs))
                .list();
    }

    /** The newest of each agent. */
    List<AgentVersion> latest() {
        return jdbc.sql("""
                        select distinct on (agent) * from agent_versions where tenant_id = :tenant order by agent, number desc
                        """).param("tenant", tenant()).query((rs, _) -> row(rs)).list();
    }

    /** False where somebody else has made this version. */
    boolean insert(AgentVersion version) {
        return jdbc.sql("""
                        insert into agent_versions (tenant_id, agent, number, is_on, tools, limits, why, person_id, person_name, created_at)
                        values (:tenant, :agent, :number, :on, cast(:tools as jsonb), cast(:limits as jsonb), :why, :by, :name, :at)
                        on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("agent", version.agent())
                        .param("number", version.number())
                        .param("on", version.on())
                        .param(
                                "tools",
                                version.tools() == null ? null : json.writeValueAsString(version.tools()),
                                Types.VARCHAR)
                        .param("limits", json.writeValueAsString(version.limits()))
                        .param("why", version.why(), Types.VARCHAR)
                        .param("by", version.by(), Types.OTHER)
                        .param("name", version.byName())
                        .param("at", Objects.requireNonNull(version.at()).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Of the last thirty days, by agent. */
    List<AgentUse> used(OffsetDateTime since) {
        return jdbc.sql("""
                        select agent, count(*) as runs, count(*) filter (where status = 'failed') as failed,
                               coalesce(sum(cost), 0) as cost, coalesce(sum(tokens), 0) as tokens,
                               coalesce(percentile_cont(0.5) within group (order by worked_ms), 0) as median_ms, max(created_at) as latest
                        from agent_runs where tenant_id = :tenant and created_at >= :since group by agent
                        """)
                .param("tenant", tenant())
                .param("since", since)
                .query((rs, _) -> new AgentUse(
                        rs.getString("agent"),
                        rs.getLong("runs"),
                        rs.getLong("failed"),
                        rs.getLong("tokens"),
                        rs.getLong("cost"),
                        rs.getLong("median_ms"),
                        rs.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    private AgentVersion row(ResultSet rs) throws SQLException {
        String tools = rs.getString("tools");
        return new AgentVersion(
                rs.getString("agent"),
                rs.getInt("number"),
                rs.getBoolean("is_on"),
                tools == null ? null : List.of(json.readValue(tools, String[].class)),
                json.readValue(rs.getString("limits"), RunLimits.class),
                rs.getString("why"),
                rs.getObject("person_id", UUID.class),
                rs.getString("person_name"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
