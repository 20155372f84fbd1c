package dev.windrose.agents.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class GivenUpRunTests {

    @Test
    void aRunThatKillsItsProcessTooOftenFailsWithTheReason() throws Exception {
        var world = RunWorld.fresh();
        var run = world.await(world.start(RunPlan.loop("Look around", "sample_rounds", Map.of())), "waiting");
        world.records()
                .in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                        .sql("update jobs set crashes = 10 where tenant_id = :tenant and id = :job")
                        .param("tenant", world.records().actor().tenant().value())
                        .param("job", run.job().value())
                        .update()));
        world.records().in(() -> RunWorld.runs()
                .answer(run.id(), "round_3", new HashMap<>(Map.of("company", "Quarrow Mills"))));
        var ended = world.ended(run);
        assertThat(ended.status()).isEqualTo("failed");
        assertThat(ended.error()).isEqualTo("The process ended 10 times during this job.");
        assertThat(world.names(ended)).endsWith("failed");
    }
}
