package dev.windrose.context;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs and their events, which are only ever added. */
@Component
class RunStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID run, ThreadId thread, MessageId message, Instant at) {
        jdbc.sql("insert into runs (tenant_id, id, thread_id, message_id, status, created_at) values (:tenant, :id, "
                        + ":thread, :message, 'running', :at)")
                .param("tenant", tenant())
                .param("id", run)
                .param("thread", thread.value())
                .param("message", message.value())
                .param("at", ThreadStore.at(at))
                .update();
    }

    /** A run that is no answer to a message. */
    void insert(UUID run, Instant at) {
        jdbc.sql("insert into runs (tenant_id, id, status, created_at) values (:tenant, :id, 'running', :at)")
                .param("tenant", tenant())
                .param("id", run)
                .param("at", ThreadStore.at(at))
                .update();
    }

    /** Also what was told before in the same words. */
    void add(UUID run, String name, Map<String, ?> data, Instant at) {
        jdbc.sql("""
                        insert into run_events (tenant_id, run_id, number, name, data, created_at)
                        select :tenant, :run, coalesce(max(number), 0) + 1, :name, cast(:data as jsonb), :at
                        from run_events where tenant_id = :tenant and run_id = :run
                        """)
                .param("tenant", tenant())
                .param("run", run)
                .param("name", name)
                .param("data", JSON.writeValueAsString(data))
                .param("at", ThreadStore.at(at))
                .update();
    }

    Optional<UUID> ofMessage(MessageId message) {
        return jdbc.sql("select id from runs where tenant_id = :tenant and message_id = :message")
                .param("tenant", tenant())
                .param("message", message.value())
                .query(UUID.class)
                .optional();
    }

    /** The message of a run of the thread. */
    Optional<MessageId> messageOf(ThreadId thread, UUID run) {
        return jdbc.sql("select message_id from runs where tenant_id = :tenant and id = :run and thread_id = :thread")
                .param("tenant", tenant())
                .param("run", run)
                .param("thread", thread.value())
                .query(UUID.class)
                .optional()
                .map(MessageId::new);
    }

    Optional<UUID> running(ThreadId thread) {
        return jdbc.sql(
                        "select id from runs where tenant_id = :tenant and thread_id = :thread and status = 'running' order "
                                + "by created_at desc limit 1")
                .param("tenant", tenant())
                .param("thread", thread.value())
                .query(UUID.class)
                .optional();
    }

    /** Two processes may work on one run, after one was taken for dead: they take turns. */
    void lock(UUID run) {
        jdbc.sql("select id from runs where tenant_id = :tenant and id = :run for update")
                .param("tenant", tenant())
                .param("run", run)
                .query(UUID.class)
                .optional();
    }

    /** @return false where it has ended before */
    boolean end(UUID run, String status, Instant at) {
        return jdbc.sql("""
                        update runs set status = :status, ended_at = :at
                        where tenant_id = :tenant and id = :run and status = 'running'
                        """)
                        .param("tenant", tenant())
                        .param("run", run)
                        .param("status", status)
                        .param("at", ThreadStore.at(at))
                        .update()
                == 1;
    }

    /** A run that goes on after a crash tells again what it had told; that is kept once. */
    void append(UUID run, String name, Map<String, Object> data, Instant at) {
        jdbc.sql("""
                        insert into run_events (tenant_id, run_id, number, name, data, created_at)
                        select :tenant, :run, coalesce(max(number), 0) + 1, :name, cast(:data as jsonb), :at
                        from run_events where tenant_id = :tenant and run_id = :run
                        having count(*) filter (where name = :name and data = cast(:data as jsonb)) = 0
                        """)
                .param("tenant", tenant())
                .param("run", run)
                .param("name", name)
                .param("data", JSON.writeValueAsString(data))
                .param("at", ThreadStore.at(at))
                .update();
    }

    List<RunEvent> after(UUID run, int number) {
        return jdbc.sql(
                        "select number, name, data from run_events where tenant_id = :tenant and run_id = :run and number > "
                                + ":number order by number")
                .param("tenant", tenant())
                .param("run", run)
                .param("number", number)
                .query((rs, _) -> new RunEvent(
                        rs.getInt("number"), rs.getString("name"), JSON.readValue(rs.getString("data"), OBJECT)))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
