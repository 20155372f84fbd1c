package dev.windrose.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTests {

    private final Turns turns = new Turns();

    @Test
    void oneWorksAtATimeWhileEachIsShort() throws Exception {
        var atWork = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = new Thread[4];
        for (int n = 0; n < threads.length; n++) {
            threads[n] = Thread.ofPlatform()
                    .start(() -> take(() -> {
                        most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        Thread.onSpinWait();
                        atWork.decrementAndGet();
                    }));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void nobodyWaitsForTheEndOfALongOne() throws Exception {
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var slow = Thread.ofPlatform()
                .start(() -> take(() -> {
                    begun.countDown();
                    await(end);
                }));
        begun.await();
        take(end::countDown);
        slow.join();
        assertThat(end.getCount()).isZero();
    }

    private void take(Runnable work) {
        try {
            turns.take(() -> {
                work.run();
                return false;
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
