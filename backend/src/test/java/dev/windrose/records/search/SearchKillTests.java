package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import dev.windrose.testing.WindroseTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real process writes and is killed with SIGKILL right after; whoever takes its folder finds every committed write. */
@WindroseTest
class SearchKillTests {

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    SearchWorld world;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
    }

    @Test
    void findsAllThatWasCommittedBeforeTheKill() throws InterruptedException {
        for (int kill = 1; kill <= 2; kill++) {
            try (var process = start()) {
                while (written().size() < kill * 60) {
                    Thread.sleep(5);
                }
                process.kill();
            }
        }
        try (var index = OwnIndex.start(folder)) {
            assertThat(OwnIndex.dump(index.settled(), world.owner().tenant()).keySet())
                    .containsExactlyInAnyOrderElementsOf(written());
            assertThat(index.rebuild.progress()).as("nothing was built anew").isZero();
        }
    }

    private KillableProcess start() {
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", folder.toString());
        surroundings.put("TEST_TENANT", world.owner().tenant().toString());
        return KillableProcess.start(SearchProcess.class, surroundings);
    }

    private List<UUID> written() {
        return world.records()
                .in(() -> transaction.execute(status -> jdbc.sql("select id from products where tenant_id = :tenant")
                        .param("tenant", world.owner().tenant().value())
                        .query(UUID.class)
                        .list()));
    }
}
