package dev.windrose.records.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.events.EventPosition;
import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.cache.RedisServer;
import dev.windrose.platform.cache.SharedCache;
import dev.windrose.platform.cache.TestCaches;
import dev.windrose.records.Descriptors;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two processes share a real Redis. */
@WindroseTest
class ForgetByEventsTests {

    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void aChangeWhoseProcessDiedBeforeItCouldTellIsToldByTheLog() throws Exception {
        assumeTrue(RedisServer.program().isPresent(), "redis-server is not installed");
        var world = RecordWorld.fresh();
        try (var redis = RedisServer.start()) {
            var one = TestCaches.onRedis(redis.url());
            var other = TestCaches.onRedis(redis.url());
            assertThat(figures(world, one)).isEqualTo(figures(world, other)).isOne();
            var subscription = new ForgetByEvents(other, Workspaces.bean(Descriptors.class));
            assertThat(subscription.eventNames()).contains("deal_updated", "company_binned", "custom_record_created");
            subscription.handle(List.of(updated(world, "contact")));
            assertThat(figures(world, one)).isOne();
            subscription.handle(List.of(updated(world, "deal")));
            assertThat(figures(world, one)).isEqualTo(figures(world, other)).isEqualTo(2);
        }
    }

    private static LoggedEvent updated(RecordWorld world, String type) {
        return new LoggedEvent(
                new EventPosition(1, 1),
                world.actor().tenant(),
                type + "_updated",
                1,
                type,
                UUID.randomUUID(),
                Map.of(),
                ActorKind.PERSON,
                "Olive Owner",
                null,
                Instant.EPOCH);
    }

    private int figures(RecordWorld world, SharedCache cache) {
        return ActorScope.call(
                world.actor(),
                () -> cache.get("won", Set.of("deal"), Duration.ofMinutes(1), Integer.class, worked::incrementAndGet));
    }
}
