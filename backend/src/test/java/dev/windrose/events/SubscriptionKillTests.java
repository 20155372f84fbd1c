package dev.windrose.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.id.Ids;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.ManyStarts;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A real process works on a subscription and is killed with SIGKILL again and again, while events are written. */
@WindroseTest
class SubscriptionKillTests {

    private static final int EVENTS_A_KILL = 60;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventLog log;

    @Autowired
    SubscriptionStore store;

    @Autowired
    Environment environment;

    final Random random = new Random();
    final List<UUID> records = Stream.generate(Ids::next).limit(6).toList();

    @BeforeEach
    void tables() {
        DatabaseOwner.run(
                environment,
                "drop schema if exists kill_test cascade",
                "create schema kill_test",
                "create table kill_test.seen (serial bigint generated always as identity, key text primary key, record uuid, note int)",
                "create table kill_test.tally (record uuid primary key, effects int, deliveries int)",
                "grant usage on schema kill_test to public",
                "grant all on all tables in schema kill_test to public");
        jdbc.sql("delete from event_subscriptions where name = :name")
                .param("name", SubscriptionProcess.NAME)
                .update();
        store.register(SubscriptionProcess.NAME, false);
    }

    @AfterEach
    void noTables() {
        DatabaseOwner.run(environment, "drop schema if exists kill_test cascade");
        jdbc.sql("delete from event_subscriptions where name = :name")
                .param("name", SubscriptionProcess.NAME)
                .update();
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
        try (var starts = new ManyStarts(SubscriptionProcess.class, BareContext.databaseOf(environment))) {
            killTimes(kills, starts);
        }
    }

    private void killTimes(int kills, ManyStarts starts) throws Exception {
        var actors = List.of(
                new EventWorld(jdbc, transaction, log).freshTenant(),
                new EventWorld(jdbc, transaction, log).freshTenant());
        int note = 0;
        for (int kill = 0; kill < kills; kill++) {
            note = write(actors, note);
            try (var process = starts.next()) {
                Thread.sleep(random.nextInt(250));
                process.kill();
            }
        }
        try (var last = starts.next()) {
            awaitSeen(note);
            last.kill();
        }
        assertThat(number("select sum(effects) from kill_test.tally")).isEqualTo(note);
        assertThat(number("""
                select count(*) from (select note < lag(note) over (partition by record order by serial) as back from kill_test.seen) s where back
                """)).as("notes of a record out of order").isZero();
        System.out.printf(
                "%d kills, %d events, %d deliveries%n",
                kills, note, number("select sum(deliveries) from kill_test.tally"));
    }

    private int write(List<Actor> actors, int from) {
        var world = new EventWorld(jdbc, transaction, log);
        for (int note = from; note < from + EVENTS_A_KILL; note++) {
            int record = random.nextInt(records.size());
            world.write(actors.get(record % actors.size()), records.get(record), "" + note);
        }
        return from + EVENTS_A_KILL;
    }

    private void awaitSeen(int expected) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (number("select count(*) from kill_test.seen") < expected && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(number("select count(*) from kill_test.seen")).isEqualTo(expected);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
