package dev.windrose.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.SampleJob.Order;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class JobTests {

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    final String name = Ids.next().toString();
    Actor actor;

    @BeforeEach
    void workspace() {
        actor = JobWorld.freshTenant(jdbc);
    }

    @Test
    void runsStepsAndKeepsTheResult() {
        var job = await(enqueue(Order.plain(name)), JobStatus.DONE);
        assertThat(job.result()).hasToString("{\"sum\":42}");
        assertThat(job.progress()).isEqualTo(new JobProgress(1, 2L, "halfway"));
        assertThat(SampleJob.done(name)).containsExactly("first", "second");
    }

    @Test
    void triesAgainWithoutRepeatingAFinishedStep() {
        var job = await(enqueue(new Order(name, 2, false, false)), JobStatus.DONE);
        assertThat(job.failures()).isEqualTo(2);
        assertThat(SampleJob.done(name)).containsExactly("first", "second");
    }

    @Test
    void becomesDeadAfterTheLastAttemptAndRunsAgainWithEditedInput() {
        var id = enqueue(new Order(name, 99, false, false));
        var dead = await(id, JobStatus.DEAD);
        assertThat(dead.failures()).isEqualTo(3);
        assertThat(dead.error()).contains("Not this time");

        as(() -> jobs.replay(id, json.valueToTree(new Order(name, 0, false, false))));
        assertThat(await(id, JobStatus.DONE).error()).isNull();
        assertThat(SampleJob.done(name)).containsExactly("first", "second");
    }

    @Test
    void anInputThatMakesNoSenseIsNotTriedTwice() {
        var job = await(enqueue(new Order(name, 0, false, true)), JobStatus.DEAD);
        assertThat(job.failures()).isEqualTo(1);
        assertThat(job.error()).isEqualTo("The order makes no sense.");
        as(() -> jobs.skip(job.id()));
        await(job.id(), JobStatus.SKIPPED);
        assertThatThrownBy(() -> as(() -> jobs.cancel(job.id())))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("already ended");
    }

    @Test
    void theSameKeyIsTheSameJob() {
        var first = ActorScope.call(actor, () -> jobs.enqueue(JobRequest.of("sample", "key-1", Order.plain(name))));
        var second = ActorScope.call(actor, () -> jobs.enqueue(JobRequest.of("sample", "key-1", Order.plain(name))));
        assertThat(second).isEqualTo(first);
        await(first, JobStatus.DONE);
        assertThat(SampleJob.done(name)).containsExactly("first", "second");
    }

    @Test
    void isNeverStartedWhenTheTransactionThatWantedItRollsBack() throws Exception {
        var id = new AtomicReference<JobId>();
        as(() -> transaction.executeWithoutResult(status -> {
            id.set(jobs.enqueue(JobRequest.of("sample", Order.plain(name))));
            status.setRollbackOnly();
        }));
        Thread.sleep(300);
        assertThat(ActorScope.call(actor, () -> jobs.find(id.get()))).isEmpty();
        assertThat(SampleJob.done(name)).isEmpty();
    }

    @Test
    void aRunningJobStopsAtItsNextStepWhenCancelled() {
        SampleJob.GATES.put(name, new CountDownLatch(1));
        var id = enqueue(new Order(name, 0, true, false));
        await(id, JobStatus.RUNNING);
        as(() -> jobs.cancel(id));
        SampleJob.GATES.get(name).countDown();
        await(id, JobStatus.CANCELLED);
        assertThat(SampleJob.done(name)).doesNotContain("second");
    }

    @Test
    void tellsItsProgressWhileItRuns() {
        SampleJob.GATES.put(name, new CountDownLatch(1));
        var id = enqueue(new Order(name, 0, true, false));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (find(id).progress().done() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
        assertThat(find(id).status()).isEqualTo(JobStatus.RUNNING);
        SampleJob.GATES.get(name).countDown();
        await(id, JobStatus.DONE);
    }

    @Test
    void jobsOfAnotherWorkspaceAreOutOfReach() {
        var id = enqueue(Order.plain(name));
        var stranger = JobWorld.freshTenant(jdbc);
        assertThat(ActorScope.call(stranger, () -> jobs.find(id))).isEmpty();
        assertThat(ActorScope.call(stranger, () -> jobs.list(null, 100))).isEmpty();
        assertThatThrownBy(() -> ActorScope.run(stranger, () -> jobs.cancel(id)))
                .hasMessageContaining("no such job");
    }

    @Test
    void aJobOfAnUnknownTypeWaitsForAPerson() {
        var id = ActorScope.call(actor, () -> jobs.enqueue(JobRequest.of("nobody_does_this", "x")));
        assertThat(await(id, JobStatus.DEAD).error()).contains("nobody_does_this");
    }

    private JobId enqueue(Order order) {
        return ActorScope.call(actor, () -> jobs.enqueue(JobRequest.of("sample", order)));
    }

    private void as(Runnable work) {
        ActorScope.run(actor, work);
    }

    private Job find(JobId id) {
        return ActorScope.call(actor, () -> jobs.find(id)).orElseThrow();
    }

    private Job await(JobId id, JobStatus status) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        for (Job job = find(id); ; job = find(id)) {
            if (job.status() == status) {
                return job;
            }
            assertThat(System.nanoTime()).as("still %s", job).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
