package dev.windrose.events;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Tells the waiting subscriptions of this process that something was committed. Other processes find it by their slow poll. */
@Component
class NewEvents {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private long count;

    void signal() {
        lock.lock();
        try {
            count++;
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void nudge() {
        lock.lock();
        try {
            committed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when more than {@code seen} signals came, or after the time. */
    void await(long seen, Duration longest) throws InterruptedException {
        await(seen, longest, () -> false);
    }

    /** Also returns once it is enough, of which {@link #nudge} tells. */
    void await(long seen, Duration longest, BooleanSupplier enough) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (count == seen && left > 0 && !enough.getAsBoolean()) {
                left = committed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits the time whatever is signalled. */
    static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
