package dev.windrose.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The readings of one message are found without looking at those of all others, also under the policies. */
@WindroseTest
class ReadingPlanTests extends InboxWorld {

    @Autowired
    JdbcClient jdbc;

    /** Without their order: on a table that is almost empty the planner may take the order from another index and filter. */
    @Test
    void findsTheReadingsOfAMessageByAnIndex() {
        in(Workspaces.fresh(), () -> assertThat(plan("""
                        select x.id from intake_decisions x
                        where x.tenant_id = :tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = :id
                        """)).containsPattern("Index Cond: .*CASE"));
    }

    @Test
    void findsTheReadingOfAChangeSetByAnIndex() {
        in(Workspaces.fresh(), () -> assertThat(plan(
                        "select x.id from intake_decisions x where x.tenant_id = :tenant and x.prompt_log_id = :id"))
                .containsPattern("Index Cond: .*prompt_log_id"));
    }

    /** The functions of the database ask as these statements do. */
    @Test
    void askWithTheSameConditions() {
        in(Workspaces.fresh(), () -> {
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

    /** Few rows are read faster without an index. */
    private String plan(String sql) {
        List<String> lines = Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                    .query(String.class)
                    .single();
            return jdbc.sql("explain " + sql)
                    .param("tenant", ActorScope.current().tenant().value())
                    .param("id", new UUID(1, 1))
                    .query(String.class)
                    .list();
        }));
        return String.join("\n", lines);
    }
}
