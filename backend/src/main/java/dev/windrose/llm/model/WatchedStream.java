package dev.windrose.llm.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Bytes that come piece by piece; where nothing comes for too long, reading ends. */
final class WatchedStream extends FilterInputStream {

    private final Duration patience;
    private final Thread watch;
    private volatile long heard = System.nanoTime();
    private volatile boolean silent;

    WatchedStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        this.watch = Thread.ofVirtual().name("model-stream").start(this::watch);
    }

    private void watch() {
        try {
            long left = patience.toNanos();
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = patience.toNanos() - (System.nanoTime() - heard);
            }
            silent = true;
            in.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            silent = true;
        }
    }

    @Override
    public int read() throws IOException {
        return noted(super::read);
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        return noted(() -> in.read(bytes, from, most));
    }

    private interface Reading {
        int read() throws IOException;
    }

    private int noted(Reading reading) throws IOException {
        try {
            int read = reading.read();
            heard = System.nanoTime();
            if (read < 0 && silent) {
                throw late();
            }
            return read;
        } catch (IOException e) {
            throw silent ? late() : e;
        }
    }

    private HttpTimeoutException late() {
        return new HttpTimeoutException("Nothing came for " + patience.toSeconds() + " seconds.");
    }

    @Override
    public void close() throws IOException {
        watch.interrupt();
        super.close();
    }
}
