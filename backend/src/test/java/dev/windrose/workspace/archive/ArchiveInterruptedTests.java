package dev.windrose.workspace.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An import of a workspace that is broken off in the middle goes on, or leaves nothing. */
@WindroseTest
class ArchiveInterruptedTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UUID contact;
    private byte[] file;
    private Actor target;
    private TransferApi there;

    @BeforeEach
    void export() {
        var world = RecordWorld.fresh();
        var company = world.create("company", Map.of("name", "Northwind Paper"));
        contact = world.create("contact", Map.of("name", "Mara Quill", "company_id", company));
        var source = ArchiveTests.api(world.actor());
        file = source.content(source.export("everything"));
        target = ArchiveTests.emptyWith("interrupted." + world.workspace().email());
        there = ArchiveTests.api(target);
    }

    @Test
    @Timeout(120)
    void goesOnAtTheFirstUnfinishedStep() throws Exception {
        var release = inTheWay();
        assertThat(there.zip("/workspace/import", file).status()).isEqualTo(202);
        int waiting = waiting();
        assertThat(companies()).as("the step before was finished").isOne();
        assertThat(jdbc.sql("select pg_terminate_backend(:pid)")
                        .param("pid", waiting)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        release.countDown();
        var ended = there.ended("/workspace/import", "import");
        assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("done");
        assertThat(there.get("/contacts?count=true").json().get("total").asInt())
                .isOne();
        assertThat(companies()).isOne();
    }

    @Test
    @Timeout(120)
    void leavesNothingWhereItIsCancelled() throws Exception {
        var release = inTheWay();
        var started = there.zip("/workspace/import", file).json();
        waiting();
        there.post("/workspace/import/%s/cancel".formatted(started.get("id").asString()), "{}");
        release.countDown();
        assertThat(there.ended("/workspace/import", "import").get("status").asString())
                .isEqualTo("cancelled");
        assertThat(companies()).isZero();
        assertThat(there.get("/workspace/import").json().get("possible").asBoolean())
                .isTrue();
        assertThat(there.zip("/workspace/import", file).status()).isEqualTo(202);
        assertThat(there.ended("/workspace/import", "import").get("status").asString())
                .isEqualTo("done");
    }

    /** A contact of the same id, in a transaction that is not over: whoever writes it waits. */
    private CountDownLatch inTheWay() throws InterruptedException {
        var release = new CountDownLatch(1);
        var there = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> ActorScope.run(
                        target,
                        () -> transaction.executeWithoutResult(status -> {
                            jdbc.sql("""
                                            insert into contacts (tenant_id, id, name, name_key, created_at, updated_at)
                                            values (:tenant, :id, 'Mara', 'mara', now(), now())
                                            """)
                                    .param("tenant", target.tenant().value())
                                    .param("id", contact)
                                    .update();
                            status.setRollbackOnly();
                            there.countDown();
                            await(release);
                        })));
        there.await();
        return release;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The connection that waits for the contact. */
    private int waiting() throws InterruptedException {
        for (int round = 0; round < 600; round++) {
            var found = jdbc.sql(
                            "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into contacts%'")
                    .query(Integer.class)
                    .optional();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("The import does not get to the contacts.");
    }

    private int companies() {
        return Objects.requireNonNull(ActorScope.call(
                target,
                () -> transaction.execute(_ -> jdbc.sql("select count(*) from companies where tenant_id = :tenant")
                        .param("tenant", target.tenant().value())
                        .query(Integer.class)
                        .single())));
    }
}
