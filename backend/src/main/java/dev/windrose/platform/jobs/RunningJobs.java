package dev.windrose.platform.jobs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** How many jobs this process works on, for work that can wait for them. */
@Component
public class RunningJobs {

    private final AtomicInteger running = new AtomicInteger();

    public boolean any() {
        return running.get() > 0;
    }

    <T> T during(Supplier<T> job) {
        running.incrementAndGet();
        try {
            return job.get();
        } finally {
            running.decrementAndGet();
        }
    }
}
