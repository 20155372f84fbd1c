package dev.windrose.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the programs of the server as the right user, their output going to log files beside the data. */
record ServerPrograms(Path home, Path programs, ServerUser user) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long LOG_LIMIT = 10L * 1024 * 1024;

    /** Runs to the end and returns the exit code. */
    int run(String program, String... arguments) throws IOException, InterruptedException {
        return start(List.of(), "tools.log", program, List.of(arguments)).waitFor();
    }

    /** Starts the server in a session of its own: an interrupt at the terminal must reach us first. */
    Process serve(List<String> arguments) throws IOException {
        List<String> session = Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
        return start(session, "postgres.log", "postgres", arguments);
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    private Process start(List<String> session, String log, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(session);
        command.addAll(user.prefix());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Path file = home.resolve(log);
        if (Files.exists(file) && Files.size(file) > LOG_LIMIT) {
            Files.delete(file);
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }
}
