package dev.windrose.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.Actor;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who stood behind a secret within the last second, so that a page that asks ten times is looked up once. What this process changes counts at
 * once, what another process changes within the second.
 */
@Component
class RecentActors {

    private static final Duration LIFE = Duration.ofSeconds(1);

    private final Cache<ByteBuffer, Seen> seen =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LIFE).build();
    /** Raised with each change, so that somebody looked up before it is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    private final Clock clock;

    RecentActors(Clock clock) {
        this.clock = clock;
    }

    private record Seen(Actor actor, Instant at) {}

    Optional<Actor> of(byte[] hash, Supplier<Optional<Actor>> lookUp) {
        var key = ByteBuffer.wrap(hash);
        Instant now = clock.instant();
        var known = seen.getIfPresent(key);
        if (known != null && !now.isAfter(known.at().plus(LIFE)) && !now.isBefore(known.at())) {
            return Optional.of(known.actor());
        }
        long before = changes.get();
        var found = lookUp.get();
        found.ifPresent(actor -> keep(key, new Seen(actor, now), before));
        return found;
    }

    private synchronized void keep(ByteBuffer key, Seen actor, long before) {
        if (changes.get() == before) {
            seen.put(key, actor);
        }
    }

    /** Call when a person, a session or a token changes. */
    void forget() {
        forgetNow();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forgetNow();
                }
            });
        }
    }

    private synchronized void forgetNow() {
        changes.incrementAndGet();
        seen.invalidateAll();
    }
}
