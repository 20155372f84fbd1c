package dev.windrose.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script of the repository, called as a person calls it. */
record Script(Path folder) {

    record Outcome(int exitCode, String output, String complaint) {}

    Outcome run(String command, String... options) throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("../windrose", command));
        line.addAll(List.of(options));
        line.addAll(List.of("--data", folder.toString()));
        Path output = Files.createTempFile("windrose", ".out");
        Path complaint = Files.createTempFile("windrose", ".err");
        try {
            var builder =
                    new ProcessBuilder(line).redirectOutput(output.toFile()).redirectError(complaint.toFile());
            builder.environment().put("WINDROSE_SKIP_START_CACHE", "1");
            int exitCode = builder.start().waitFor();
            return new Outcome(exitCode, Files.readString(output), Files.readString(complaint));
        } finally {
            Files.delete(output);
            Files.delete(complaint);
        }
    }

    long pid() {
        return ProcessFile.read(folder).orElseThrow().pid();
    }

    String address() {
        return ProcessFile.read(folder).orElseThrow().address();
    }

    /** No shutdown hook runs; the database server is left behind. */
    void killProcess() throws InterruptedException {
        var process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    boolean serverRuns() {
        String programs = folder.resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().command().orElse("").startsWith(programs));
    }

    void discard() {
        try {
            run("down");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
