package dev.windrose.intake;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.tenancy.StatementStore;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Questions as they are asked, answered and no longer asked. */
@Component
public class AskedStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final StatementStore statements;

    AskedStore(JdbcClient jdbc, StatementStore statements) {
        this.statements = statements;
        this.jdbc = jdbc;
    }

    /**
     * What was asked before about the same text is asked anew, or has its answer.
     *
     * @param root the text that came in, where this reads it once more
     * @param asked questions of a decision
     */
    void ask(@Nullable UUID root, UUID log, @Nullable Object asked, Instant at) {
        if (root != null) {
            close(root);
        }
        if (asked instanceof List<?> questions) {
            questions.forEach(question -> insert((Map<?, ?>) question, root == null ? log : root, at));
        }
    }

    private void insert(Map<?, ?> question, UUID root, Instant at) {
        statements.update(
                """
                        insert into intake_questions (tenant_id, id, root_id, text, options, state, created_at)
                        values (:tenant, cast(:id as uuid), :root, :text, cast(:options as jsonb), 'open', :at)
                        """,
                new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", String.valueOf(question.get("id")))
                        .addValue("root", root)
                        .addValue("text", String.valueOf(question.get("text")))
                        .addValue("options", JSON.writeValueAsString(question.get("options")))
                        .addValue("at", at.atOffset(ZoneOffset.UTC)));
    }

    /** @return false where somebody else was faster */
    public boolean settle(UUID id, String state, @Nullable String answer, Instant now) {
        return jdbc.sql("""
                        update intake_questions set state = :state, answer = :answer, answered_by = :by, answered_at = :at
                        where tenant_id = :tenant and id = :id and state = 'open'
                        """)
                        .param("state", state)
                        .param("answer", answer, Types.VARCHAR)
                        .param("by", ActorScope.current().name())
                        .param("at", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Nobody needs to answer what is asked about the text any more. @return how many questions were open */
    public int close(UUID root) {
        return jdbc.sql(
                        "update intake_questions set state = 'closed' where tenant_id = :tenant and root_id = :root and state = 'open'")
                .param("tenant", tenant())
                .param("root", root)
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
