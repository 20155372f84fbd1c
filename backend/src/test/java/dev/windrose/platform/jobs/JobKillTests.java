package dev.windrose.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.ManyStarts;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real process runs jobs and is killed with SIGKILL again and again. */
@WindroseTest
class JobKillTests {

    private static final int JOBS_A_KILL = 3;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Environment environment;

    final Random random = new Random();

    @BeforeEach
    void leaveTheWorkToTheProcess() {
        scheduler.pause();
        DatabaseOwner.run(
                environment,
                "drop schema if exists kill_test_jobs cascade",
                "create schema kill_test_jobs",
                "create table kill_test_jobs.effects (job uuid, step int)",
                "grant usage on schema kill_test_jobs to public",
                "grant all on kill_test_jobs.effects to public");
    }

    @AfterEach
    void goOn() {
        DatabaseOwner.run(environment, "drop schema if exists kill_test_jobs cascade");
        scheduler.resume();
    }

    @Test
    void tenKillsLoseAndDoubleNothing() throws Exception {
        killTimes(10);
    }

    @Test
    @Tag("long")
    void threeHundredKillsLoseAndDoubleNothing() throws Exception {
        killTimes(Integer.getInteger("windrose.kills", 300));
    }

    private void killTimes(int kills) throws Exception {
        try (var starts = new ManyStarts(JobProcess.class, BareContext.databaseOf(environment))) {
            killTimes(kills, starts);
        }
    }

    private void killTimes(int kills, ManyStarts starts) throws Exception {
        var actor = JobWorld.freshTenant(jdbc);
        for (int kill = 0; kill < kills; kill++) {
            for (int job = 0; job < JOBS_A_KILL; job++) {
                ActorScope.run(actor, () -> jobs.enqueue(JobRequest.of(JobProcess.Count.TYPE, "")));
            }
            try (var process = starts.next()) {
                Thread.sleep(random.nextInt(500));
                process.kill();
            }
        }
        int all = kills * JOBS_A_KILL;
        try (var last = starts.next()) {
            awaitDone(actor, all);
            last.kill();
        }
        assertThat(number("select count(*) from kill_test_jobs.effects"))
                .isEqualTo((long) all * JobProcess.Count.STEPS);
        assertThat(number("select count(*) from (select distinct job, step from kill_test_jobs.effects) d"))
                .isEqualTo((long) all * JobProcess.Count.STEPS);
        System.out.printf("%d kills, %d jobs, %d steps%n", kills, all, all * JobProcess.Count.STEPS);
    }

    private void awaitDone(Actor actor, int all) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (done(actor) < all) {
            assertThat(System.nanoTime())
                    .as("jobs not done: %s", ActorScope.call(actor, () -> jobs.list(null, 10)))
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }

    private long done(Actor actor) {
        return ActorScope.call(actor, () -> jobs.list(JobStatus.DONE, 10_000)).size();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
