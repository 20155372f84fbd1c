package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.events.EventPosition;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
class RetrievalKillTests {

    private static final int MOST_ROUNDS = 7;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    RetrievalWorld world;

    @BeforeEach
    void workspace() {
        world = RetrievalWorld.fresh();
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
        int before = written().size();
        var left = new HashSet<>(written());
        for (int round = 1; round <= MOST_ROUNDS && !left.isEmpty(); round++) {
            writeOnAndKill(Duration.ofSeconds(2L << round));
            left.removeAll(found());
        }
        assertThat(left).as("of %d writes before the last kill", before).isEmpty();
    }

    /** It has to read what the killed ones left of all workspaces, and to save it; how long that takes depends on how many there are. */
    private void writeOnAndKill(Duration time) throws InterruptedException {
        int before = written().size();
        try (var process = start()) {
            while (written().size() < before + 5) {
                Thread.sleep(5);
            }
            Thread.sleep(time);
            process.kill();
        }
    }

    private Set<UUID> found() {
        var index = ChunkIndex.open(
                folder.resolve("passages/index"),
                Workspaces.bean(SourceStore.class).database(),
                true);
        try {
            return index.filter(some -> some.position().compareTo(EventPosition.START) > 0)
                    .map(this::sources)
                    .orElse(Set.of());
        } finally {
            index.ifPresent(ChunkIndex::abandon);
        }
    }

    /** The index knows chunks; the rows of the database say of which record each is. */
    private Set<UUID> sources(ChunkIndex index) {
        var ids = index.unread(world.owner().tenant(), "nobody", 10_000);
        return new HashSet<>(world.records()
                .in(() -> transaction.execute(_ -> Workspaces.bean(ChunkStore.class).byIds(ids).stream()
                        .map(Chunk::source)
                        .toList())));
    }

    private KillableProcess start() {
        var surroundings = new HashMap<>(BareContext.databaseOf(environment));
        surroundings.put("TEST_DATA_FOLDER", folder.toString());
        surroundings.put("TEST_TENANT", world.owner().tenant().toString());
        return KillableProcess.start(RetrievalProcess.class, surroundings);
    }

    private List<UUID> written() {
        return world.records()
                .in(() -> transaction.execute(
                        _ -> jdbc.sql("select id from products where tenant_id = :tenant order by id")
                                .param("tenant", world.owner().tenant().value())
                                .query(UUID.class)
                                .list()));
    }
}
