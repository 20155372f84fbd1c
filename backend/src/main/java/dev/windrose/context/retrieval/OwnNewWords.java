package dev.windrose.context.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets whoever has just written something be answered from it: their next question waits the moment that the index needs. */
@Component
class OwnNewWords implements ChangeListener {

    private static final Duration LONGEST = Duration.ofMillis(300);

    private final FollowSources follow;
    private final Cache<Writer, Long> last = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    OwnNewWords(FollowSources follow) {
        this.follow = follow;
    }

    private record Writer(TenantId tenant, @Nullable PersonId person) {

        static Writer of(Actor actor) {
            return new Writer(actor.tenant(), actor.rightsOf());
        }
    }

    @Override
    public void on(ChangeSet committed) {
        ActorScope.ifBound().ifPresent(actor -> last.put(Writer.of(actor), System.nanoTime()));
    }

    void await() {
        var writer = Writer.of(ActorScope.current());
        var written = last.getIfPresent(writer);
        if (written != null && follow.reached(written, LONGEST)) {
            last.asMap().remove(writer, written);
        }
    }
}
