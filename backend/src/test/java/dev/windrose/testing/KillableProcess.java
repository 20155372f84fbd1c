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
        return start(main, environment, System.getProperty("java.class.path"), List.of());
    }

    static KillableProcess start(
            Class<?> main, Map<String, String> environment, String classPath, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
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
                Thread.ofVirtual().start(() -> swallow(out));
                return;
            }
            seen.add(line);
        }
        throw new IllegalStateException("The process ended before it was ready:\n" + String.join("\n", seen));
    }

    private static void swallow(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // Nobody reads on.
            }
        } catch (IOException killed) {
            // Its output ends with it.
        }
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

    /** SIGTERM, as somebody stops a program who has time. */
    void stop() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
