package dev.windrose.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Subscriptions that wake at the same event go one after another, so that people keep a core; behind a long one nobody waits for long. */
final class Turns {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Semaphore turn = new Semaphore(1, true);

    boolean take(BooleanSupplier work) throws InterruptedException {
        boolean mine = turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.getAsBoolean();
        } finally {
            if (mine) {
                turn.release();
            }
        }
    }
}
