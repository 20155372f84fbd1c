package dev.windrose.context.retrieval;

import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.search.LastWrites;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets whoever has just written something be answered from it: their next question waits the moment that the index needs. */
@Component
class OwnNewWords implements ChangeListener {

    private static final Duration LONGEST = Duration.ofMillis(300);

    private final LastWrites writes;

    OwnNewWords(FollowSources follow) {
        this.writes = new LastWrites(follow::reached, LONGEST);
    }

    @Override
    public void on(ChangeSet committed) {
        writes.note();
    }

    void await() {
        writes.await();
    }
}
