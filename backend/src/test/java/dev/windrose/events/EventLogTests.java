package dev.windrose.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.testing.WindroseTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class EventLogTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EventLog log;

    EventWorld world;

    @BeforeEach
    void world() {
        world = new EventWorld(jdbc, transaction, log);
    }

    @Test
    void keepsAnEventWithItsActorUnderItsTenant() {
        var actor = world.freshTenant();
        world.write(actor, Ids.next(), "first");
        world.write(world.freshTenant(), Ids.next(), "of another tenant");

        var notes = ActorScope.call(
                actor,
                () -> transaction.execute(
                        status -> jdbc.sql("select payload ->> 'note' || ' by ' || actor_name from event_log")
                                .query(String.class)
                                .list()));

        assertThat(notes).containsExactly("first by Windrose");
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        assertThatThrownBy(() -> ActorScope.run(world.freshTenant(), () -> world.append(Ids.next(), "lost")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesAnUndeclaredNameAndAnUndeclaredField() {
        var stranger = EventType.of("stranger_seen", 1, "Nobody declared it.");
        assertThatThrownBy(() -> ActorScope.run(
                        world.freshTenant(),
                        () -> transaction.executeWithoutResult(status -> log.append(Event.of(stranger, Map.of())))))
                .hasMessageContaining("not declared");
        assertThatThrownBy(() -> Event.of(SampleEvents.SAMPLE_NOTED, Map.of("colour", "red")))
                .hasMessageContaining("colour");
    }

    @Test
    void canNeitherBeChangedNorEmptied() {
        var actor = world.freshTenant();
        world.write(actor, Ids.next(), "stays");
        for (String statement :
                new String[] {"update event_log set name = 'x'", "delete from event_log", "truncate event_log"}) {
            assertThatThrownBy(() -> ActorScope.call(
                            actor,
                            () -> transaction.execute(
                                    status -> jdbc.sql(statement).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage("ERROR: permission denied for table event_log");
        }
    }
}
