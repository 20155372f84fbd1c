package dev.windrose.intake.inbox;

import dev.windrose.intake.AskedStore;
import dev.windrose.intake.inbox.AskedQuestion.Option;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Questions of intake, with the words they are about. */
@Component
class QuestionStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Option>> OPTIONS = new TypeReference<>() {};

    private static final String QUESTIONS = """
            select q.*, l.excerpt, coalesce({show:user_prompt_log.interaction_type:l.interaction_type}, 'api') as interaction_type,
                {show:user_prompt_log.employee_id:l.employee_id} as employee_id, (select d.thread_id from intake_decisions d
                where d.tenant_id = :tenant and d.prompt_log_id = q.root_id limit 1) thread_id,
                case when q.state = 'open' and q.created_at < :oldest then 'expired' else q.state end told
            from intake_questions q
            join user_prompt_logs l on l.tenant_id = :tenant and l.id = q.root_id and l.deleted_at is null
            where q.tenant_id = :tenant {see:user_prompt_log:l} {uses:user_prompt_log:raw_input}
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;
    private final AskedStore asked;

    QuestionStore(JdbcClient jdbc, AccessSql access, AskedStore asked) {
        this.asked = asked;
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Open ones of the newest messages. */
    List<AskedQuestion> open(Instant oldest, int most) {
        return told(
                        " and q.state = 'open' and q.created_at >= :oldest order by q.created_at desc, q.id desc limit :most",
                        oldest)
                .param("most", most)
                .query((rs, _) -> question(rs))
                .list();
    }

    List<AskedQuestion> of(UUID message, Instant oldest) {
        return told(" and q.root_id = :root order by q.created_at, q.id", oldest)
                .param("root", message)
                .query((rs, _) -> question(rs))
                .list();
    }

    Optional<AskedQuestion> find(UUID id, Instant oldest) {
        return told(" and q.id = :id", oldest)
                .param("id", id)
                .query((rs, _) -> question(rs))
                .optional();
    }

    /** @return false where somebody else was faster */
    boolean settle(UUID id, String state, @Nullable String answer, Instant now) {
        return asked.settle(id, state, answer, now);
    }

    private StatementSpec told(String which, Instant oldest) {
        return jdbc.sql(access.guard(QUESTIONS + which))
                .param("tenant", tenant())
                .param("oldest", oldest.atOffset(ZoneOffset.UTC));
    }

    private static AskedQuestion question(ResultSet rs) throws SQLException {
        var answered = rs.getObject("answered_at", OffsetDateTime.class);
        return new AskedQuestion(
                rs.getObject("id", UUID.class),
                rs.getObject("root_id", UUID.class),
                rs.getObject("thread_id", UUID.class),
                rs.getString("excerpt"),
                rs.getString("interaction_type"),
                rs.getObject("employee_id", UUID.class),
                rs.getString("text"),
                JSON.readValue(rs.getString("options"), OPTIONS),
                rs.getString("told"),
                rs.getString("answer"),
                rs.getString("answered_by"),
                answered == null ? null : answered.toInstant(),
                rs.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
