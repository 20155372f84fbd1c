package dev.windrose.platform.postgres;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.StartError;
import dev.windrose.platform.process.DataFolder;
import dev.windrose.platform.settings.ProcessSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of a data folder, its server started if it is ours to start. */
public final class OpenDatabase implements AutoCloseable {

    private final DatabaseAccess access;
    private final @Nullable EmbeddedPostgres server;
    private final @Nullable DataFolder folder;

    private OpenDatabase(DatabaseAccess access, @Nullable EmbeddedPostgres server, @Nullable DataFolder folder) {
        this.access = access;
        this.server = server;
        this.folder = folder;
    }

    /** For the process that owns the data folder already. */
    static OpenDatabase open(ProcessSettings settings) {
        if (settings.databaseUrl() != null) {
            var access = ExternalPostgres.parse(settings.databaseUrl());
            PrepareDatabase.role(access);
            return new OpenDatabase(access, null, null);
        }
        Path home = home(settings);
        var server = EmbeddedPostgres.start(home, settings.postgresPort());
        var access = embedded(home, server.port(), settings.databaseName());
        try {
            PrepareDatabase.create(
                    url(server.port(), "postgres"), access.owner(), access.ownerPassword(), settings.databaseName());
        } catch (SQLException e) {
            throw new AppException(
                    StartError.DATABASE_REFUSES,
                    "The database %s cannot be made: %s".formatted(settings.databaseName(), e.getMessage()));
        }
        PrepareDatabase.role(access);
        return new OpenDatabase(access, server, null);
    }

    /** For a short command: beside a running process through its server, else by starting the server for the length of the command. */
    public static OpenDatabase visit(ProcessSettings settings) {
        if (settings.databaseUrl() != null) {
            return open(settings);
        }
        var claimed = DataFolder.tryClaim(settings.folder());
        if (claimed.isPresent()) {
            var opened = open(settings);
            return new OpenDatabase(opened.access, opened.server, claimed.get());
        }
        Path home = home(settings);
        int port = EmbeddedPostgres.runningPort(home)
                .orElseThrow(() -> new AppException(
                        StartError.DATABASE_UNREACHABLE,
                        "Windrose on %s is just starting or stopping; try again in a moment."
                                .formatted(settings.folder())));
        return new OpenDatabase(embedded(home, port, settings.databaseName()), null, null);
    }

    public DatabaseAccess access() {
        return access;
    }

    @Nullable
    EmbeddedPostgres server() {
        return server;
    }

    @Override
    public void close() {
        if (folder != null) {
            if (server != null) {
                server.close();
            }
            folder.close();
        }
    }

    private static Path home(ProcessSettings settings) {
        return settings.folder().toAbsolutePath().normalize().resolve("postgres");
    }

    private static DatabaseAccess embedded(Path home, int port, String database) {
        return new DatabaseAccess(
                url(port, database),
                EmbeddedPostgres.OWNER,
                EmbeddedPostgres.ownerPassword(home),
                EmbeddedPostgres.applicationPassword(home));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?%s".formatted(port, database, DriverOptions.ALWAYS);
    }
}
