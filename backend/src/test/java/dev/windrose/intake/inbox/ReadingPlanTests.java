package dev.windrose.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The readings of one message are found without looking at those of all others, also under the policies. */
@WindroseTest
class ReadingPlanTests extends InboxWorld {

    private static final int ROWS = 5_000;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private TestWorkspace workspace;

    /** Of an almost empty table every index is as good as another. */
    @BeforeEach
    void fill() {
        workspace = Workspaces.fresh();
        DatabaseOwner.run(
                environment,
                "set session_replication_role = replica",
                """
                insert into intake_decisions (tenant_id, id, prompt_log_id, decision, created_at)
                select '%s', gen_random_uuid(), gen_random_uuid(), '{}', now() + g * interval '1 second' from generate_series(1, %d) g
                """.formatted(workspace.owner().tenant(), ROWS),
                "analyze intake_decisions");
    }

    @AfterEach
    void empty() {
        DatabaseOwner.run(
                environment,
                "delete from intake_decisions where tenant_id = '%s'"
                        .formatted(workspace.owner().tenant()),
                "analyze intake_decisions");
    }

    @Test
    void findsTheReadingsOfAMessageByAnIndex() {
        in(workspace, () -> assertThat(plan("""
                        select x.id from intake_decisions x
                        where x.tenant_id = :tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = :id
                        order by x.created_at desc, x.id desc limit 1
                        """)).containsPattern("Index Cond: .*CASE"));
    }

    @Test
    void findsTheReadingOfAChangeSetByAnIndex() {
        in(workspace, () -> assertThat(plan(
                        "select x.id from intake_decisions x where x.tenant_id = :tenant and x.prompt_log_id = :id"))
                .containsPattern("Index Cond: .*prompt_log_id"));
    }

    /** The functions of the database ask as these statements do. */
    @Test
    void askWithTheSameConditions() {
        in(workspace, () -> {
            assertThat(source("inbox_state"))
                    .contains("case when x.root_id is null then x.prompt_log_id else x.root_id end = of_message")
                    .doesNotContain("coalesce");
            assertThat(source("keep_inbox_state_of_set")).contains("x.prompt_log_id = reading");
        });
    }

    private String source(String function) {
        return jdbc.sql("select prosrc from pg_proc where proname = :name")
                .param("name", function)
                .query(String.class)
                .single();
    }

    private String plan(String sql) {
        List<String> lines = Objects.requireNonNull(transactions.execute(_ -> jdbc.sql("explain " + sql)
                .param("tenant", ActorScope.current().tenant().value())
                .param("id", new UUID(1, 1))
                .query(String.class)
                .list()));
        return String.join("\n", lines);
    }
}
