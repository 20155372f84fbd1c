package dev.windrose.crm.pipeline;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class PipelineStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    PipelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The default first, then by name. */
    List<Pipeline> all() {
        return jdbc.sql("select * from pipelines where tenant_id = :tenant order by is_default desc, name, id")
                .param("tenant", tenant())
                .query((rs, _) -> pipeline(rs))
                .list();
    }

    void save(Pipeline pipeline, Instant at) {
        jdbc.sql("""
                        insert into pipelines (tenant_id, id, key, name, is_default, stages, created_at, updated_at)
                        values (:tenant, :id, :key, :name, :default, cast(:stages as jsonb), cast(:at as timestamptz), cast(:at as timestamptz))
                        on conflict (tenant_id, id) do update
                        set name = excluded.name, is_default = excluded.is_default, stages = excluded.stages, updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("id", pipeline.id())
                .param("key", pipeline.key())
                .param("name", pipeline.name())
                .param("default", pipeline.isDefault())
                .param(
                        "stages",
                        JSON.writeValueAsString(pipeline.stages().stream()
                                .map(PipelineStage::json)
                                .toList()))
                .param("at", at.toString())
                .update();
    }

    void noDefault() {
        jdbc.sql("update pipelines set is_default = false where tenant_id = :tenant and is_default")
                .param("tenant", tenant())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from pipelines where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** How many deals of the pipeline are in which stage, also those in the bin, which may come back. */
    Map<String, Long> deals(String key) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        select stage, count(*) as deals from deals
                        where tenant_id = :tenant and pipeline = :key and stage is not null group by stage
                        """).param("tenant", tenant()).param("key", key).query(rs -> {
            counts.put(rs.getString("stage"), rs.getLong("deals"));
        });
        return counts;
    }

    private static Pipeline pipeline(ResultSet rs) throws SQLException {
        var stages = JSON.readValue(rs.getString("stages"), Object.class) instanceof List<?> list
                ? list.stream()
                        .map(stage -> PipelineStage.of((Map<?, ?>) stage))
                        .toList()
                : List.<PipelineStage>of();
        return new Pipeline(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                rs.getString("name"),
                rs.getBoolean("is_default"),
                stages);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
