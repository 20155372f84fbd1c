package dev.windrose.records.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets whoever has just written something find it in an index that follows the log: their next question waits the moment that it needs. */
public final class LastWrites {

    private final Follower follower;
    private final Duration longest;
    private final Cache<Writer, Long> last = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    public LastWrites(Follower follower, Duration longest) {
        this.follower = follower;
        this.longest = longest;
    }

    /** What reads the log into an index. */
    public interface Follower {

        /** Whether all that was written up to then is in it, at the latest after this time. */
        boolean reached(long nanos, Duration patience);
    }

    private record Writer(TenantId tenant, @Nullable PersonId person) {

        static Writer of(Actor actor) {
            return new Writer(actor.tenant(), actor.rightsOf());
        }
    }

    /** The actor in scope has written something just now. */
    public void note() {
        ActorScope.ifBound().ifPresent(actor -> last.put(Writer.of(actor), System.nanoTime()));
    }

    public void await() {
        var writer = Writer.of(ActorScope.current());
        var written = last.getIfPresent(writer);
        if (written != null && follower.reached(written, longest)) {
            last.asMap().remove(writer, written);
        }
    }
}
