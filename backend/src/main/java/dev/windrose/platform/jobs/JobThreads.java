package dev.windrose.platform.jobs;

import java.util.List;

/** Threads beside the one that does a job. */
public final class JobThreads {

    private JobThreads() {}

    /** A process that stops interrupts its jobs. The threads beside must have ended before the job can be taken by another. */
    public static void await(List<Thread> threads) {
        boolean interrupted = false;
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
