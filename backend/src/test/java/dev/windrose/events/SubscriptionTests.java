package dev.windrose.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class SubscriptionTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventLog log;

    @Autowired
    DeliverTo deliverTo;

    @Autowired
    SubscriptionStore store;

    @Autowired
    Subscriptions subscriptions;

    final RecordingSubscription subscription = new RecordingSubscription();
    final UUID owner = Ids.next();
    EventWorld world;
    Actor actor;

    @BeforeEach
    void world() {
        world = new EventWorld(jdbc, transaction, log);
        actor = world.freshTenant();
        store.register(subscription.name(), subscription.fromTheStart());
    }

    @Test
    void losesNothingWhenTwoWritersCommitInReverseOrder() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var slow = Thread.ofVirtual()
                .start(() -> ActorScope.run(
                        actor,
                        () -> transaction.executeWithoutResult(status -> {
                            world.append(Ids.next(), "drawn first");
                            written.countDown();
                            await(mayCommit);
                        })));
        written.await();
        world.write(actor, Ids.next(), "committed first");
        dispatcher(owner).once();
        assertThat(subscription.notes()).isEmpty();

        mayCommit.countDown();
        slow.join();
        dispatchUntil(() -> subscription.handled.size() == 2);
        assertThat(subscription.notes()).containsExactly("drawn first", "committed first");
    }

    @Test
    void keepsTheOrderOfARecordWhenTheLaterChangeHasTheOlderTransaction() throws Exception {
        var record = Ids.next();
        var numbered = new CountDownLatch(1);
        var otherDone = new CountDownLatch(1);
        var older = Thread.ofVirtual()
                .start(() -> ActorScope.run(
                        actor,
                        () -> transaction.executeWithoutResult(status -> {
                            jdbc.sql("select cast(pg_current_xact_id() as text)")
                                    .query(String.class)
                                    .single();
                            numbered.countDown();
                            await(otherDone);
                            world.append(record, "second change");
                        })));
        numbered.await();
        world.write(actor, record, "first change");
        otherDone.countDown();
        older.join();

        dispatchUntil(() -> subscription.handled.size() == 2);
        assertThat(subscription.notes()).containsExactly("first change", "second change");
    }

    @Test
    void deliversAgainWithTheSameKeyWhenTheHolderDiesBeforeAcknowledging() throws Exception {
        world.write(actor, Ids.next(), "once");
        var dying = Ids.next();
        var cursor =
                store.lease(subscription.name(), dying, Duration.ofMillis(150)).orElseThrow();
        assertThat(dispatcher(owner).once()).isFalse();

        dispatchUntil(() -> subscription.handled.size() == 1);
        assertThat(store.moveCursor(subscription.name(), dying, cursor)).isFalse();
        subscriptions.replayFrom(subscription.name(), cursor);
        dispatchUntil(() -> subscription.handled.size() == 2);
        assertThat(subscription.handled.getFirst().position().key())
                .isEqualTo(subscription.handled.getLast().position().key());
    }

    @Test
    void aPoisonEventHoldsUpOnlyItsOwnRecord() {
        var sick = Ids.next();
        var well = Ids.next();
        subscription.poison = event -> "poison".equals(event.payload().get("note"));
        world.write(actor, sick, "poison");
        world.write(actor, well, "one");
        world.write(actor, sick, "behind");
        world.write(actor, well, "two");

        dispatchUntil(() -> parked().stream().anyMatch(ParkedEvent::dead));
        assertThat(subscription.notes()).containsExactly("one", "two");
        assertThat(parked()).hasSize(2).first().satisfies(dead -> {
            assertThat(dead.attempts()).isEqualTo(3);
            assertThat(dead.error()).contains("I cannot take this");
        });

        subscription.poison = event -> false;
        ActorScope.run(actor, () -> subscriptions.replay(parked().getFirst().id()));
        dispatchUntil(() -> subscription.handled.size() == 4);
        assertThat(subscription.notes()).containsExactly("one", "two", "poison", "behind");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aBatchIsADeadLetterBecauseOfOneEventThatHoldsUpNoneOfTheOthers() {
        var many = IntStream.range(0, 600).mapToObj(n -> "note " + n).toList();
        subscription.poison = event -> "note 7".equals(event.payload().get("note"));
        ActorScope.run(
                actor,
                () -> transaction.executeWithoutResult(
                        status -> log.append(Event.of(SampleEvents.SAMPLES_NOTED, Map.of("notes", many)))));
        world.write(actor, Ids.next(), "later");

        dispatchUntil(() -> parked().stream().anyMatch(ParkedEvent::dead));
        assertThat(subscription.notes())
                .contains("note 6", "note 8", "note 599", "later")
                .doesNotContain("note 7");
        assertThat(parked()).singleElement().satisfies(dead -> {
            assertThat(dead.name()).isEqualTo("sample_many_noted");
            assertThat(dead.attempts()).isEqualTo(3);
            assertThat(dead.error()).contains("I cannot take this");
        });

        subscription.handled.clear();
        subscription.poison = event -> false;
        ActorScope.run(actor, () -> subscriptions.replay(parked().getFirst().id()));
        dispatchUntil(() -> subscription.handled.size() == many.size());
        assertThat(subscription.notes()).isEqualTo(many);
        assertThat(parked()).isEmpty();
    }

    @Test
    void skippingADeadLetterLetsItsRecordGoOn() {
        var record = Ids.next();
        subscription.poison = event -> "poison".equals(event.payload().get("note"));
        world.write(actor, record, "poison");
        world.write(actor, record, "behind");
        dispatchUntil(() -> parked().stream().anyMatch(ParkedEvent::dead));

        ActorScope.run(actor, () -> subscriptions.skip(parked().getFirst().id()));
        dispatchUntil(() -> subscription.handled.size() == 1);
        assertThat(subscription.notes()).containsExactly("behind");
    }

    @Test
    void deadLettersOfAnotherWorkspaceAreOutOfReach() {
        subscription.poison = event -> true;
        world.write(actor, Ids.next(), "poison");
        dispatchUntil(() -> !parked().isEmpty());
        assertThat(ActorScope.call(world.freshTenant(), subscriptions::parked)).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        world.write(actor, Ids.next(), "unread");
        assertThat(subscriptions.list()).anySatisfy(status -> {
            assertThat(status.name()).isEqualTo(subscription.name());
            assertThat(status.working()).isFalse();
        });
    }

    private List<ParkedEvent> parked() {
        return ActorScope.call(actor, subscriptions::parked);
    }

    private DispatchEvents dispatcher(UUID who) {
        return new DispatchEvents(subscription, store, deliverTo.of(subscription, who), who, Duration.ofSeconds(5));
    }

    private void dispatchUntil(BooleanSupplier done) {
        var dispatcher = dispatcher(owner);
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            dispatcher.once();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
