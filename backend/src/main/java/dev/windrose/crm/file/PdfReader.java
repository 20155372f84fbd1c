package dev.windrose.crm.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks {@link ReadPages}, which runs as a process with little memory and is ended where it takes long. Started with the first file. */
final class PdfReader implements AutoCloseable {

    private final Duration patience;
    private @Nullable Process process;

    PdfReader(Duration patience) {
        this.patience = patience;
    }

    /** The words of a file; empty where it cannot be read, or not in time. */
    Optional<String> words(byte[] file) {
        return read(file) instanceof PdfPages.Read(var pages)
                ? Optional.of(String.join("\n", pages) + "\n")
                : Optional.empty();
    }

    PdfPages read(byte[] file) {
        var asked = process;
        if (asked == null || !asked.isAlive()) {
            asked = start();
            process = asked;
        }
        var running = asked;
        var answered = new AtomicBoolean();
        var watch = Thread.ofVirtual().name("pdf-patience").start(() -> endUnless(answered, running));
        try {
            var to = new DataOutputStream(running.getOutputStream());
            to.writeInt(file.length);
            to.write(file);
            to.flush();
            var from = new DataInputStream(running.getInputStream());
            int length = from.readInt();
            return switch (length) {
                case ReadPages.UNREADABLE -> new PdfPages.Unreadable();
                case ReadPages.ENCRYPTED -> new PdfPages.Encrypted();
                default -> pages(new String(from.readNBytes(length), StandardCharsets.UTF_8));
            };
        } catch (IOException ended) {
            running.destroyForcibly();
            return new PdfPages.Unreadable();
        } finally {
            answered.set(true);
            watch.interrupt();
        }
    }

    private static PdfPages pages(String words) {
        var pages = new ArrayList<>(List.of(words.split(String.valueOf(ReadPages.PAGE_END), -1)));
        if (pages.getLast().isEmpty()) {
            pages.removeLast();
        }
        return new PdfPages.Read(List.copyOf(pages));
    }

    private void endUnless(AtomicBoolean answered, Process running) {
        try {
            Thread.sleep(patience);
            if (!answered.get()) {
                running.destroyForcibly();
            }
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start() {
        try {
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-Xss512k",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Djava.awt.headless=true",
                            "-Dpdfbox.fontcache=" + System.getProperty("java.io.tmpdir"),
                            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ReadPages.class.getName()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("The program that reads PDF files could not be started", e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
