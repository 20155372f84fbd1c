package dev.windrose.records.search;

import dev.windrose.records.change.ChangeListener;
import dev.windrose.records.change.ChangeSet;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Lets whoever has just written something find it: their next search waits the moment that the index needs. */
@Component
class OwnWrites implements ChangeListener {

    private static final Duration LONGEST = Duration.ofMillis(200);

    private final LastWrites writes;

    OwnWrites(FollowLog follow) {
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
