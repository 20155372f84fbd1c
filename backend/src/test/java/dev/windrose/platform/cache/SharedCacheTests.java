package dev.windrose.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SharedCacheTests {

    private final Actor actor = Actor.system(TenantId.next());
    private final AtomicInteger worked = new AtomicInteger();

    record Figures(String name, long sum) {}

    @Test
    void inTheProcessKeepsAResultUntilWhatItWasMadeOfChanges() {
        keepsAResultUntilWhatItWasMadeOfChanges(cache(null));
    }

    @Test
    void inRedisKeepsAResultUntilWhatItWasMadeOfChanges() throws Exception {
        try (var redis = redis()) {
            keepsAResultUntilWhatItWasMadeOfChanges(cache(redis.url()));
        }
    }

    @Test
    void processesShareWhatIsInRedis() throws Exception {
        try (var redis = redis()) {
            var one = cache(redis.url());
            var other = cache(redis.url());
            assertThat(figures(one)).isEqualTo(figures(other));
            assertThat(worked).hasValue(1);
            other.changed(actor.tenant(), Set.of("deal"));
            figures(one);
            assertThat(worked).hasValue(2);
        }
    }

    @Test
    void worksWithoutRedisAndShowsNothingOldWhenItIsBack() throws Exception {
        try (var redis = redis()) {
            var one = cache(redis.url());
            var other = cache(redis.url());
            figures(one);
            redis.kill();
            figures(one);
            assertThat(worked).hasValue(2);
            one.changed(actor.tenant(), Set.of("deal"));
            redis.startAgain();
            awaitKept(one);
            int before = worked.get();
            assertThat(figures(other).sum()).isEqualTo(before);
            assertThat(worked).hasValue(before);
        }
        assertThat(figures(cache(URI.create("redis://127.0.0.1:1"))).sum()).isEqualTo(worked.get());
    }

    private void keepsAResultUntilWhatItWasMadeOfChanges(SharedCache cache) {
        assertThat(figures(cache)).isEqualTo(figures(cache)).isEqualTo(new Figures("won", 1));
        cache.changed(actor.tenant(), Set.of("contact"));
        cache.changed(TenantId.next(), Set.of("deal"));
        assertThat(figures(cache).sum()).isEqualTo(1);
        cache.changed(actor.tenant(), Set.of("contact", "deal"));
        assertThat(figures(cache).sum()).isEqualTo(2);
        assertThat(figures(cache).sum()).isEqualTo(2);
        var elsewhere = Actor.system(TenantId.next());
        assertThat(ActorScope.call(elsewhere, () -> get(cache, "won", Duration.ofMinutes(1)))
                        .sum())
                .as("another workspace has results of its own")
                .isEqualTo(3);
        // Changed while it is worked out: what was worked out must not be kept as if it were newer.
        ActorScope.run(
                actor,
                () -> cache.get("raced", Set.of("deal"), Duration.ofMinutes(1), Figures.class, () -> {
                    cache.changed(actor.tenant(), Set.of("deal"));
                    return new Figures("old", 0);
                }));
        assertThat(ActorScope.call(actor, () -> get(cache, "raced", Duration.ofMinutes(1)))
                        .name())
                .isEqualTo("raced");
        forgetsAfterItsLife(cache);
        cache.destroy();
    }

    private void forgetsAfterItsLife(SharedCache cache) {
        int before = worked.get();
        Instant end = Instant.now().plusSeconds(20);
        while (worked.get() < before + 2 && Instant.now().isBefore(end)) {
            ActorScope.run(actor, () -> get(cache, "short", Duration.ofMillis(50)));
        }
        assertThat(worked.get()).isEqualTo(before + 2);
    }

    /** Until Redis is asked again after its failure. */
    private void awaitKept(SharedCache cache) {
        Instant end = Instant.now().plusSeconds(20);
        int before = -1;
        while (before != worked.get() && Instant.now().isBefore(end)) {
            before = worked.get();
            figures(cache);
        }
    }

    private Figures figures(SharedCache cache) {
        return ActorScope.call(actor, () -> get(cache, "won", Duration.ofMinutes(1)));
    }

    private Figures get(SharedCache cache, String name, Duration life) {
        return cache.get(
                name,
                Set.of("deal", "company"),
                life,
                Figures.class,
                () -> new Figures(name, worked.incrementAndGet()));
    }

    private static SharedCache cache(@Nullable URI redis) {
        return new SharedCache(new CacheSettings(redis), JsonMapper.builder().build());
    }

    private static RedisServer redis() throws Exception {
        assumeTrue(RedisServer.program().isPresent(), "redis-server is not installed");
        return RedisServer.start();
    }
}
