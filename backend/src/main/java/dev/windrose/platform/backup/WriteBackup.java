package dev.windrose.platform.backup;

import dev.windrose.platform.credentials.Credentials;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.postgres.OnlineBackup;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.platform.settings.ProcessSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything of a data folder in one file, consistent as of the end of the backup, also while people write. The file holds the secrets of the
 * workspace, so only its owner may read it. It appears under its name when it is complete.
 */
public final class WriteBackup {

    /** Of the data folder: what belongs to a running process, or is unpacked again. */
    private static final Set<String> OF_THE_PROCESS =
            Set.of("owner.lock", "process", "greeting", "windrose.log", "logs");

    /** Kept apart, so that whoever finds a backup cannot read the passwords in it. */
    private static final Set<String> APART = Set.of(Credentials.KEY_FILE);

    private static final String AUDIT = "audit";

    private static final Set<String> OF_THE_SERVER = Set.of("postgres.log", "tools.log", "initdb.password");

    /** As the documentation of PostgreSQL lists them: made anew by a starting server. */
    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "pg_internal.init");

    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    /** @param bytes before compression */
    public record Outcome(Path file, long size, long bytes) {}

    private final Path folder;
    private final Path cluster;
    private final BackupArchive archive;

    private WriteBackup(Path folder, BackupArchive archive) {
        this.folder = folder;
        this.cluster = folder.resolve("postgres").resolve("data-18");
        this.archive = archive;
    }

    /** @throws AppException naming what is in the way; nothing is left under the name then */
    public static Outcome to(Path file, ProcessSettings settings, Clock clock) throws IOException, SQLException {
        Path folder = settings.folder().toAbsolutePath().normalize();
        if (settings.databaseUrl() == null && !Files.exists(folder.resolve("postgres/data-18/PG_VERSION"))) {
            throw new AppException(BackupError.NO_WORKSPACE, "There is no workspace in %s.".formatted(folder));
        }
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new AppException(BackupError.FILE_EXISTS, "The file %s is there already.".formatted(target));
        }
        if (target.startsWith(folder)) {
            throw new AppException(BackupError.FILE_EXISTS, "The backup must lie outside of the data folder.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            long bytes = write(part, folder, settings, clock);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome(target, Files.size(target), bytes);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long write(Path part, Path folder, ProcessSettings settings, Clock clock)
            throws IOException, SQLException {
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var database = OpenDatabase.visit(settings);
                var connection = database.access().connectAsOwner();
                var archive = new BackupArchive(Files.newOutputStream(part))) {
            boolean ofRows = settings.databaseUrl() != null;
            var manifest = manifest(connection, ofRows ? BackupManifest.ROWS : BackupManifest.FILES, clock);
            archive.add(BackupManifest.NAME, JsonMapper.builder().build().writeValueAsString(manifest));
            var backup = new WriteBackup(folder, archive);
            backup.before();
            if (ofRows) {
                new WriteTables(connection, archive).all();
            } else {
                backup.database(connection);
                backup.besideTheServer();
            }
            backup.beside();
            archive.finish();
            long bytes = archive.bytes();
            archive.close();
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return bytes;
        }
    }

    private static BackupManifest manifest(Connection connection, int format, Clock clock) throws SQLException {
        requireTables(connection);
        var migrations = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select version from flyway_schema_history where version is not null and success order by installed_rank")) {
            while (rows.next()) {
                migrations.add(rows.getString(1));
            }
        }
        return new BackupManifest(
                format,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                connection.getMetaData().getDatabaseMajorVersion(),
                List.copyOf(migrations));
    }

    private static void requireTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regclass('public.flyway_schema_history') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new AppException(BackupError.NO_WORKSPACE, "There is no workspace in this database.");
            }
        }
    }

    /** The known ends of the audit chains may be older than the database, never newer. */
    private void before() throws IOException {
        Path audit = folder.resolve(AUDIT);
        if (Files.isDirectory(audit)) {
            walk(audit, AUDIT);
        }
    }

    private void database(Connection connection) throws IOException, SQLException {
        var online = new OnlineBackup(connection);
        online.begin();
        walk(cluster, "postgres/data-18");
        archive.add("postgres/data-18/global/pg_control", cluster.resolve("global/pg_control"));
        var end = online.end();
        archive.add("postgres/data-18/backup_label", end.label());
        for (String name : end.walFiles()) {
            archive.add(
                    "postgres/data-18/pg_wal/" + name, cluster.resolve("pg_wal").resolve(name));
        }
    }

    private void walk(Path from, String name) throws IOException {
        archive.addFolder(name);
        if (from.getParent().equals(cluster)
                && EMPTY_FOLDERS.contains(from.getFileName().toString())) {
            return;
        }
        for (Path path : list(from)) {
            String inner = path.getFileName().toString();
            if (Files.isDirectory(path)) {
                if (!inner.startsWith("pgsql_tmp")) {
                    walk(path, name + "/" + inner);
                }
            } else if (!NOT_COPIED.contains(inner) && !inner.equals("pg_control")) {
                archive.add(name + "/" + inner, path);
            }
        }
    }

    private void besideTheServer() throws IOException {
        for (Path path : list(folder.resolve("postgres"))) {
            if (Files.isRegularFile(path)
                    && !OF_THE_SERVER.contains(path.getFileName().toString())) {
                archive.add("postgres/" + path.getFileName(), path);
            }
        }
    }

    /** After the database, so that every file it names is there. */
    private void beside() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path path : list(folder)) {
            String name = path.getFileName().toString();
            if (!Set.of("postgres", AUDIT).contains(name) && !OF_THE_PROCESS.contains(name) && !APART.contains(name)) {
                if (Files.isDirectory(path)) {
                    walk(path, name);
                } else {
                    archive.add(name, path);
                }
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }
}
