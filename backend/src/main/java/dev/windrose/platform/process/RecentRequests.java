package dev.windrose.platform.process;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** When this process last worked for somebody, so that work that can wait lets it go first. */
@Component
public class RecentRequests {

    private volatile long last = System.nanoTime() - Duration.ofHours(1).toNanos();

    /** Call when a request begins and when it has been answered. */
    public void touch() {
        last = System.nanoTime();
    }

    public boolean within(Duration time) {
        return System.nanoTime() - last < time.toNanos();
    }
}
