package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import dev.windrose.platform.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 in a folder of ours. The caller holds the lock of the data folder, so nobody else starts a server here.
 * A server that outlived its process is adopted; one that dies while we live is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    public static final String OWNER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final ServerPrograms programs;
    private final Path data;
    private final String password;
    private ServerProcess process;
    private volatile boolean closing;

    private EmbeddedPostgres(ServerPrograms programs, Path data, String password, ServerProcess process) {
        this.programs = programs;
        this.data = data;
        this.password = password;
        this.process = process;
    }

    public static EmbeddedPostgres start(Path home, int preferredPort) {
        try {
            return start(home, preferredPort, ServerUser.choose());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was starting", e);
        } catch (IOException e) {
            throw new AppException(
                    StartError.DATABASE_UNREACHABLE,
                    "The database in %s could not be started: %s.".formatted(home, e.getMessage()));
        }
    }

    static EmbeddedPostgres start(Path folder, int preferredPort, ServerUser user)
            throws IOException, InterruptedException {
        Path home = folder.toAbsolutePath().normalize();
        PrivateFiles.createFolder(home);
        user.openWay(home);
        if (!user.reaches(home)) {
            throw new AppException(
                    StartError.DATA_FOLDER_UNUSABLE,
                    "The database may not run as root and cannot reach %s as another user; choose /var/lib/windrose or the like."
                            .formatted(home));
        }
        var programs = new ServerPrograms(home, PostgresBinaries.unpackOnce(home), user);
        String password = ownerPassword(home);
        Path data = PostgresCluster.createOnce(programs, password);
        var adopted = ServerProcess.adopt(programs, data, password);
        var process = adopted.isPresent()
                ? adopted.get()
                : ServerProcess.launch(programs, data, password, FreePort.near(preferredPort));
        var postgres = new EmbeddedPostgres(programs, data, password, process);
        postgres.watch(process);
        return postgres;
    }

    /** The port of the server that another process runs in this folder. */
    public static Optional<Integer> runningPort(Path home) {
        try {
            return PostmasterFile.read(PostgresCluster.folder(home)).map(PostmasterFile::port);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public static String ownerPassword(Path home) {
        return PrivateFiles.secret(home.resolve("pg.password"));
    }

    /** The password of the role that the application works as; it can read less than the owner's. */
    public static String applicationPassword(Path home) {
        return PrivateFiles.secret(home.resolve("app.password"));
    }

    public int port() {
        return process.port();
    }

    long pid() {
        return process.handle().pid();
    }

    private void watch(ServerProcess watched) {
        watched.handle().onExit().thenRunAsync(() -> startAgain(watched.port()));
    }

    private synchronized void startAgain(int port) {
        if (closing) {
            return;
        }
        LOG.warn("The database server has ended unexpectedly and is started again.");
        try {
            process = ServerProcess.launch(programs, data, password, port);
            watch(process);
        } catch (IOException e) {
            LOG.error("The database server cannot be started again; see {}", programs.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A fast stop: open transactions are rolled back, nothing committed is lost. */
    @Override
    public synchronized void close() {
        closing = true;
        try {
            if (programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "20") != 0
                    && process.handle().isAlive()) {
                programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w", "-t", "10");
            }
        } catch (IOException e) {
            throw new IllegalStateException("The database could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
