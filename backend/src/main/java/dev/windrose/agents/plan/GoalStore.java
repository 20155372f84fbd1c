package dev.windrose.agents.plan;

import dev.windrose.agents.plan.Goal.StepNote;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.ThreadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The goals of conversations. */
@Component
class GoalStore {

    private static final TypeReference<List<Wanted.Reply>> REPLIES = new TypeReference<>() {};
    private static final TypeReference<Map<String, StepNote>> NOTES = new TypeReference<>() {};
    private static final TypeReference<List<KeptGoal.Part>> PARTS = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    GoalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(KeptGoal goal) {
        jdbc.sql("""
                        insert into goals (tenant_id, id, thread_id, message_id, person_id, said, status, replies, plan, notes, told,
                            change_set_ids, run_id, created_at)
                        values (:tenant, :id, :thread, :message, :person, :said, :status, cast(:replies as jsonb), cast(:plan as jsonb),
                            cast(:notes as jsonb), cast(:told as jsonb), cast(:sets as jsonb), :run, :at)
                        """)
                .param("tenant", tenant())
                .param("id", goal.id())
                .param("thread", goal.thread().value())
                .param("message", goal.message().value())
                .param("person", goal.person() == null ? null : goal.person().value(), Types.OTHER)
                .param("said", goal.said())
                .param("status", goal.status())
                .param("replies", json.writeValueAsString(goal.replies()))
                .param("plan", goal.plan() == null ? null : json.writeValueAsString(goal.plan()), Types.VARCHAR)
                .param("notes", json.writeValueAsString(goal.notes()))
                .param("told", json.writeValueAsString(goal.told()))
                .param("sets", json.writeValueAsString(goal.changeSets()))
                .param("run", goal.run(), Types.OTHER)
                .param("at", goal.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptGoal> byMessage(MessageId message) {
        return jdbc.sql("select * from goals where tenant_id = :tenant and message_id = :message")
                .param("tenant", tenant())
                .param("message", message.value())
                .query(this::row)
                .optional();
    }

    Optional<KeptGoal> find(UUID id) {
        return jdbc.sql("select * from goals where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<KeptGoal> byRun(UUID run) {
        return jdbc.sql("select * from goals where tenant_id = :tenant and run_id = :run")
                .param("tenant", tenant())
                .param("run", run)
                .query(this::row)
                .optional();
    }

    /** @return false where it is not at that point any more */
    boolean go(UUID id, String from, String to, @Nullable RunPlan plan, @Nullable UUID run) {
        return jdbc.sql("""
                        update goals set status = :to, plan = coalesce(cast(:plan as jsonb), plan), run_id = coalesce(:run, run_id)
                        where tenant_id = :tenant and id = :id and status = :from
                        """)
                        .param("to", to)
                        .param("plan", plan == null ? null : json.writeValueAsString(plan), Types.VARCHAR)
                        .param("run", run, Types.OTHER)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    private KeptGoal row(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        var plan = row.getString("plan");
        return new KeptGoal(
                row.getObject("id", UUID.class),
                new ThreadId(row.getObject("thread_id", UUID.class)),
                new MessageId(row.getObject("message_id", UUID.class)),
                person == null ? null : new PersonId(person),
                row.getString("said"),
                row.getString("status"),
                json.readValue(row.getString("replies"), REPLIES),
                plan == null ? null : json.readValue(plan, RunPlan.class),
                json.readValue(row.getString("notes"), NOTES),
                json.readValue(row.getString("told"), PARTS),
                json.readValue(row.getString("change_set_ids"), IDS),
                row.getObject("run_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
