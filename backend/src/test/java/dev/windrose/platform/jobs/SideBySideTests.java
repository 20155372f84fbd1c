package dev.windrose.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class SideBySideTests {

    private final Actor actor = Actor.system(new TenantId(UUID.randomUUID()));
    private final JobContext job = new JobContext(
            new JobRun(new JobId(UUID.randomUUID()), "sample", actor, "{}", UUID.randomUUID(), 0, 0),
            new JobStore(JdbcClient.create(new DriverManagerDataSource())),
            new TransactionTemplate(),
            new TransactionTemplate(),
            new JsonMapper(),
            Clock.systemUTC());

    @Test
    void worksOnTwoPiecesAtOnceAsTheActorOfTheJob() {
        var both = new CountDownLatch(2);
        var actors = new ConcurrentLinkedQueue<Actor>();
        var left = new AtomicInteger(2);
        ActorScope.run(
                actor,
                () -> job.sideBySide(2, () -> {
                    if (left.getAndDecrement() <= 0) {
                        return false;
                    }
                    actors.add(ActorScope.current());
                    both.countDown();
                    return met(both);
                }));
        assertThat(actors).containsExactly(actor, actor);
    }

    @Test
    void theFirstFailureKeepsTheOthersFromBeginningAnew() {
        var both = new CountDownLatch(2);
        var begun = new AtomicInteger();
        assertThatThrownBy(() -> job.sideBySide(2, () -> {
                    int piece = begun.incrementAndGet();
                    both.countDown();
                    met(both);
                    if (piece == 1) {
                        throw new IllegalStateException("The first piece failed.");
                    }
                    Thread.yield();
                    return begun.get() < 1_000_000;
                }))
                .hasMessage("The first piece failed.");
        assertThat(begun.get()).isLessThan(1_000_000);
    }

    private static boolean met(CountDownLatch both) {
        try {
            return both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
