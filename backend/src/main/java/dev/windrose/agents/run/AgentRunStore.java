package dev.windrose.agents.run;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.jobs.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of agents and what people answered them. */
@Component
class AgentRunStore {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, root_id, parent_id, parent_step, job_id, plan, status, paused, partial, waits_for, result, error, steps, "
                    + "tokens, cost, worked_ms, started_by, created_at, ended_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AgentRunStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(AgentRun run) {
        jdbc.sql("""
                        insert into agent_runs (tenant_id, id, root_id, parent_id, parent_step, job_id, agent, goal, shape, plan, status, started_by,
                            created_at)
                        values (:tenant, :id, :root, :parent, :step, :job, :agent, :goal, :shape, cast(:plan as jsonb), :status, :by, :at)
                        """)
                .param("tenant", tenant())
                .param("id", run.id())
                .param("root", run.root())
                .param("parent", run.parent(), Types.OTHER)
                .param("step", run.parentStep(), Types.VARCHAR)
                .param("job", run.job().value())
                .param("agent", run.plan().agentName())
                .param("goal", run.plan().goal())
                .param("shape", run.plan().shape())
                .param("plan", json.writeValueAsString(run.plan()))
                .param("status", run.status())
                .param("by", run.startedBy() == null ? null : run.startedBy().value(), Types.OTHER)
                .param("at", at(run.createdAt()))
                .update();
    }

    Optional<AgentRun> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from agent_runs where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The same, held until the transaction ends. */
    Optional<AgentRun> locked(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from agent_runs where tenant_id = :tenant and id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Newest first. */
    List<AgentRun> list(@Nullable PersonId person, @Nullable String status, int most) {
        return jdbc.sql("select " + COLUMNS + """
                         from agent_runs
                        where tenant_id = :tenant and parent_id is null
                          and (cast(:person as uuid) is null or started_by = :person)
                          and (cast(:status as text) is null or status = :status)
                        order by created_at desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("status", status, Types.VARCHAR)
                .param("most", most)
                .query(this::row)
                .list();
    }

    List<AgentRun> tree(UUID root) {
        return jdbc.sql("select " + COLUMNS
                        + " from agent_runs where tenant_id = :tenant and root_id = :root order by created_at, id")
                .param("tenant", tenant())
                .param("root", root)
                .query(this::row)
                .list();
    }

    /** @return false where the run has ended */
    boolean use(UUID id, RunUse more) {
        return jdbc.sql("""
                        update agent_runs set steps = steps + :steps, tokens = tokens + :tokens, cost = cost + :cost, worked_ms = worked_ms + :worked
                        where tenant_id = :tenant and id = :id and status in ('running', 'waiting')
                        """)
                        .param("steps", more.steps())
                        .param("tokens", more.tokens())
                        .param("cost", more.cost())
                        .param("worked", more.workedMillis())
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false where the run has ended */
    boolean go(UUID id, String status, @Nullable Object waitsFor) {
        return jdbc.sql("""
                        update agent_runs set status = :status, waits_for = cast(:waits as jsonb)
                        where tenant_id = :tenant and id = :id and status in ('running', 'waiting')
                        """)
                        .param("status", status)
                        .param("waits", waitsFor == null ? null : json.writeValueAsString(waitsFor), Types.VARCHAR)
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    void pause(UUID id, boolean paused) {
        jdbc.sql("update agent_runs set paused = :paused where tenant_id = :tenant and id = :id")
                .param("paused", paused)
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** @return false where it has ended before */
    boolean end(UUID id, String status, boolean partial, @Nullable Object result, @Nullable String error, Instant now) {
        return jdbc.sql("""
                        update agent_runs set status = :status, partial = :partial, result = cast(:result as jsonb), error = :error, paused = false,
                            waits_for = null, ended_at = :at
                        where tenant_id = :tenant and id = :id and status in ('running', 'waiting')
                        """)
                        .param("status", status)
                        .param("partial", partial)
                        .param("result", result == null ? null : json.writeValueAsString(result), Types.VARCHAR)
                        .param("error", error, Types.VARCHAR)
                        .param("at", at(now))
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false where the question was answered before */
    boolean answer(UUID id, String question, Map<String, ?> answer, @Nullable PersonId person, Instant now) {
        return jdbc.sql("""
                        insert into run_answers (tenant_id, run_id, question, answer, person_id, created_at)
                        values (:tenant, :id, :question, cast(:answer as jsonb), :person, :at)
                        on conflict do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("question", question)
                        .param("answer", json.writeValueAsString(answer))
                        .param("person", person == null ? null : person.value(), Types.OTHER)
                        .param("at", at(now))
                        .update()
                == 1;
    }

    Map<String, Map<String, @Nullable Object>> answers(UUID id) {
        var found = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        jdbc.sql(
                        "select question, answer from run_answers where tenant_id = :tenant and run_id = :id order by created_at, question")
                .param("tenant", tenant())
                .param("id", id)
                .query(row -> {
                    found.put(row.getString("question"), json.readValue(row.getString("answer"), OBJECT));
                });
        return found;
    }

    private AgentRun row(ResultSet row, int number) throws SQLException {
        var person = row.getObject("started_by", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new AgentRun(
                row.getObject("id", UUID.class),
                row.getObject("root_id", UUID.class),
                row.getObject("parent_id", UUID.class),
                row.getString("parent_step"),
                new JobId(row.getObject("job_id", UUID.class)),
                json.readValue(row.getString("plan"), RunPlan.class),
                row.getString("status"),
                row.getBoolean("paused"),
                row.getBoolean("partial"),
                tree(row.getString("waits_for")),
                tree(row.getString("result")),
                row.getString("error"),
                new RunUse(row.getInt("steps"), row.getLong("tokens"), row.getLong("cost"), row.getLong("worked_ms")),
                person == null ? null : new PersonId(person),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
