package dev.windrose.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real process running a main class of the tests, made to be killed without warning. */
public final class KillableProcess implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private KillableProcess(Process process) {
        this.process = process;
    }

    /** Returns once the program printed the line {@code ready}. What it prints else is shown where it ends before that. */
    public static KillableProcess start(Class<?> main, Map<String, String> environment) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var started = new KillableProcess(builder.start());
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader out = process.inputReader();
        var seen = new ArrayList<String>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(READY)) {
                Thread.ofVirtual().start(() -> out.lines().forEach(later -> {}));
                return;
            }
            seen.add(line);
        }
        throw new IllegalStateException("The process ended before it was ready:\n" + String.join("\n", seen));
    }

    public static void tellReady() {
        System.out.println(READY);
    }

    /** SIGKILL: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
