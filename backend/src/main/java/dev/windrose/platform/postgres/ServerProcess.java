package dev.windrose.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of the server, started by us or found running. */
record ServerProcess(ProcessHandle handle, int port) {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    /** After a kill the old server's children need a moment to go; until then a new one refuses to start. */
    private static final Duration RETRY_WITHIN = Duration.ofSeconds(15);

    private static final long POLL_MILLIS = 25;

    /** The server an earlier process left behind. A stale file is removed; a server that does not know our password is stopped. */
    static Optional<ServerProcess> adopt(ServerPrograms programs, Path data, String password)
            throws IOException, InterruptedException {
        var file = PostmasterFile.read(data);
        var orphan = file.flatMap(found -> found.server(programs.programs()));
        if (orphan.isEmpty()) {
            PostmasterFile.delete(data);
            return Optional.empty();
        }
        var server = new ServerProcess(orphan.get(), file.orElseThrow().port());
        if (server.answers(password)) {
            return Optional.of(server);
        }
        server.end();
        return Optional.empty();
    }

    static ServerProcess launch(ServerPrograms programs, Path data, String password, int port)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        arguments.addAll(ServerTuning.arguments());
        long giveUp = System.nanoTime() + RETRY_WITHIN.toNanos();
        while (true) {
            var process = programs.serve(arguments);
            var server = new ServerProcess(process.toHandle(), port);
            if (server.answers(password)) {
                return server;
            }
            if (System.nanoTime() > giveUp) {
                server.end();
                throw new IOException("the server does not come up, see " + programs.log());
            }
            Thread.sleep(POLL_MILLIS * 8);
        }
    }

    /** Waits until the server takes our password; false when it ended before. */
    private boolean answers(String password) throws InterruptedException {
        long giveUp = System.nanoTime() + READY_WITHIN.toNanos();
        while (handle.isAlive() && System.nanoTime() < giveUp) {
            try {
                connect(password);
                return true;
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    return false;
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
        return false;
    }

    private void connect(String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", EmbeddedPostgres.OWNER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), properties)
                .close();
    }

    private void end() throws InterruptedException {
        handle.destroy();
        try {
            handle.onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
    }
}
