package dev.windrose.records.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real process runs an import and is killed with SIGKILL in its middle; the next goes on. */
@WindroseTest
class ImportKillTests {

    private static final int ROWS = 1500;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Environment environment;

    @Autowired
    ProcessSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final Random random = new Random();

    @BeforeEach
    void leaveTheWorkToTheProcess() {
        scheduler.pause();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void goesOnAfterKillsAndWritesNothingTwice() throws Exception {
        var world = new ImportWorld(Workspaces.fresh());
        var upload = world.upload(
                "product",
                "product,series\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(i -> "Part " + i + ",Parts")
                                .collect(Collectors.joining("\n")));
        String id = upload.at("$.id");
        world.put("/imports/" + id + "/mapping", world.proposed(upload));
        world.post("/imports/" + id + "/run");
        long before = 0;
        for (int kill = 0; kill < 3; kill++) {
            try (var process = start()) {
                long goal = before + 50L + random.nextInt(200);
                while (done(world, id) < goal) {
                    assertThat(world.get("/imports/" + id).<String>at("$.status"))
                            .isEqualTo("running");
                    Thread.sleep(5);
                }
                process.kill();
            }
            before = done(world, id);
            assertThat(before).isLessThan(ROWS);
        }
        try (var last = start()) {
            var done = world.await(id);
            assertThat(done.<String>at("$.status")).isEqualTo("done");
            assertThat(done.number("$.result.creates")).isEqualTo(ROWS);
            last.kill();
        }
        assertThat(count(world, "select count(*) from products where tenant_id = :tenant"))
                .isEqualTo(ROWS);
        assertThat(count(world, "select count(distinct name) from products where tenant_id = :tenant"))
                .isEqualTo(ROWS);
        assertThat(count(
                        world, "select count(*) from event_log where tenant_id = :tenant and name = 'product_created'"))
                .isEqualTo(ROWS);
        assertThat(world.post("/imports/" + id + "/undo").<String>at("$.status"))
                .isEqualTo("undone");
        assertThat(world.count("products")).isZero();
    }

    private KillableProcess start() {
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", settings.folder().toString());
        return KillableProcess.start(ImportProcess.class, surroundings);
    }

    private static long done(ImportWorld world, String id) {
        return world.get("/imports/" + id).number("$.result.creates");
    }

    private long count(ImportWorld world, String sql) {
        return ActorScope.call(
                world.workspace().owner(),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .param("tenant", world.workspace().tenant().value())
                        .query(Long.class)
                        .single()));
    }
}
