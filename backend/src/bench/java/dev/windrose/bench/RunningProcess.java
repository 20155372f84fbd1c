package dev.windrose.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a person starts it, on a scratch data folder. */
final class RunningProcess implements AutoCloseable {

    private final Process process;
    private final Path folder;
    private final double startMillis;

    private RunningProcess(Process process, Path folder, double startMillis) {
        this.process = process;
        this.folder = folder;
        this.startMillis = startMillis;
    }

    static RunningProcess start(Path app, List<String> options, Path folder, int port)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                app.resolve("windrose.jar").toString(),
                "--windrose.data=" + folder,
                "--windrose.port=" + port,
                "--windrose.postgres-port=0"));
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("bench.log").toFile())
                .start();
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/health".formatted(port)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, health)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "The process ended at once; see " + folder.resolveSibling("bench.log"));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        var running = new RunningProcess(process, folder, (System.nanoTime() - begin) / 1e6);
        running.awaitGreeting();
        return running;
    }

    double startMillis() {
        return startMillis;
    }

    /** The one-time link of the greeting. */
    String setUpToken() throws IOException {
        return Files.readString(folder.resolve("greeting")).replaceFirst("(?s).*/setup\\?token=(\\S+).*", "$1");
    }

    /** Memory of the process and of its database server: the private part and its share of what several use. */
    long residentMegabytes() throws IOException {
        long kilobytes = proportional(process.pid());
        for (ProcessHandle handle : ProcessHandle.allProcesses().toList()) {
            if (belongsToServer(handle)) {
                kilobytes += proportional(handle.pid());
            }
        }
        return kilobytes / 1024;
    }

    /** What the process and its database server have used of processors; says the same on a busy machine as on a quiet one. */
    double processorSeconds() {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() == process.pid() || belongsToServer(handle))
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .mapToDouble(took -> took.toNanos() / 1e9)
                .sum();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean belongsToServer(ProcessHandle handle) {
        return handle.info()
                .command()
                .orElse("")
                .startsWith(folder.resolve("postgres").toString());
    }

    private static long proportional(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        if (!Files.isReadable(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (NoSuchFileException | UncheckedIOException ended) {
            return 0;
        }
    }

    private void awaitGreeting() throws InterruptedException {
        while (!Files.exists(folder.resolve("process"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
