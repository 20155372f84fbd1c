package dev.windrose.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A process is killed again and again while messages come in and are read; each is accounted for once. */
@WindroseTest
@Tag("slow")
class ReceiveKillTests {

    @Autowired
    Environment environment;

    @Autowired
    ProcessSettings settings;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Connections connections;

    @Autowired
    SourceHealth health;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final Random random = new Random();
    TestWorkspace workspace;

    @BeforeEach
    void leaveTheWorkToTheProcess() {
        scheduler.pause();
        workspace = Workspaces.fresh();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void threeKillsLoseAndDoubleNothing() throws Exception {
        kill(3, 60);
    }

    @Test
    @Tag("long")
    void aThousandMessagesAreAllAccountedForOnce() throws Exception {
        kill(20, 1000);
    }

    private void kill(int kills, int messages) throws Exception {
        var connection = ActorScope.call(
                workspace.owner(),
                () -> connections.create(
                        new ConnectionChange(SampleSource.KIND, "Sample", Map.of(), null, null, null, null)));
        for (int kill = 0; kill < kills; kill++) {
            try (var process = receiving(connection.id(), messages)) {
                Thread.sleep(100 + random.nextInt(1500));
                process.kill();
            }
        }
        try (var last = receiving(connection.id(), messages)) {
            awaitStored(messages);
            last.kill();
        }
        assertThat(number("select count(*) from received_messages where state = 'stored'"))
                .isEqualTo(messages);
        assertThat(number("select count(*) from received_messages")).isEqualTo(messages);
        assertThat(number("select count(*) from intake_decisions where idempotency_key like 'received:%'"))
                .isEqualTo(messages);
        assertThat(number("select count(distinct raw_input) from user_prompt_logs"))
                .isEqualTo(messages);
        assertThat(number("select count(*) from user_prompt_logs")).isEqualTo(messages);
        var report = ActorScope.call(workspace.owner(), () -> health.of(connection.id(), 7));
        assertThat(report.addsUp()).isTrue();
        System.out.printf("%d kills, %d messages, each once%n", kills, messages);
    }

    private KillableProcess receiving(UUID connection, int messages) {
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", settings.folder().toString());
        surroundings.put("TEST_TENANT", workspace.tenant().toString());
        surroundings.put("TEST_CONNECTION", connection.toString());
        surroundings.put("TEST_MESSAGES", String.valueOf(messages));
        return KillableProcess.start(ReceivingProcess.class, surroundings);
    }

    private void awaitStored(int messages) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60 + messages).toNanos();
        while (number("select count(*) from received_messages where state = 'stored'") < messages) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }

    private long number(String sql) {
        return ActorScope.call(
                workspace.owner(),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(Long.class).single()));
    }
}
