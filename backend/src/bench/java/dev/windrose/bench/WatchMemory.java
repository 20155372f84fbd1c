package dev.windrose.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory that a process and its database server take together while something runs. */
final class WatchMemory implements AutoCloseable {

    private final RunningProcess process;
    private final AtomicLong most = new AtomicLong();
    private final Thread thread;

    WatchMemory(RunningProcess process) {
        this.process = process;
        this.thread = Thread.ofPlatform().daemon().start(this::watch);
    }

    /** The most since this was asked last. */
    long megabytes() throws IOException {
        return Math.max(process.residentMegabytes(), most.getAndSet(0));
    }

    private void watch() {
        try {
            while (true) {
                most.accumulateAndGet(process.residentMegabytes(), Math::max);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException end) {
            return;
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
