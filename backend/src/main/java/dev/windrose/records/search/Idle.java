package dev.windrose.records.search;

import dev.windrose.events.EventTail;
import dev.windrose.platform.process.RecentRequests;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells when nobody waits for this process, so that what can wait takes nothing from requests and writes. For one thread. */
@Component
class Idle {

    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final RecentRequests requests;
    private final EventTail tail;
    private long commits;
    private long lastCommit = System.nanoTime() - QUIET.toNanos();

    Idle(RecentRequests requests, EventTail tail) {
        this.requests = requests;
        this.tail = tail;
    }

    /** Waits for a quiet moment, or for the time: work under constant load goes on slowly. */
    void await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (busy() && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
    }

    private boolean busy() {
        long now = System.nanoTime();
        long count = tail.signals();
        if (count != commits) {
            commits = count;
            lastCommit = now;
        }
        return now - lastCommit < QUIET.toNanos() || requests.within(QUIET);
    }
}
