package dev.windrose.platform.backup;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty database with the rows of a backup, in one transaction. It gets the tables that the backup was made of, and no later ones. */
final class RestoreTables implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final String OWN_TABLES = """
            from pg_class c where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
            """;

    private final Connection connection;
    private final List<String> links = new ArrayList<>();
    private Map<?, ?> columns = Map.of();
    private String table = "";
    private @Nullable CopyIn copy;

    private RestoreTables(Connection connection) {
        this.connection = connection;
    }

    /** @throws AppException for a database that holds something */
    static RestoreTables into(DatabaseAccess access, BackupManifest manifest) throws IOException, SQLException {
        try (var connection = access.connectAsOwner()) {
            requireEmpty(connection, Set.copyOf(manifest.migrations()));
        }
        migrate(access, manifest.migrations());
        return new RestoreTables(access.connectAsOwner());
    }

    /** Tables that an earlier attempt has made are no hindrance. */
    private static void requireEmpty(Connection connection, Set<String> migrations) throws SQLException {
        var tables = texts(connection, "select c.relname " + OWN_TABLES);
        if (tables.isEmpty()) {
            return;
        }
        boolean ours = tables.contains("tenants")
                && texts(connection, "select cast(id as text) from tenants limit 1")
                        .isEmpty()
                && Set.copyOf(texts(
                                connection,
                                "select version from flyway_schema_history where version is not null and success"))
                        .equals(migrations);
        if (!ours) {
            throw new AppException(BackupError.FOLDER_NOT_EMPTY, "The database is not empty; give another one.");
        }
    }

    private static void migrate(DatabaseAccess access, List<String> migrations) throws IOException {
        Path folder = Files.createTempDirectory("windrose-steps");
        try {
            KnownMigrations.copy(migrations, folder);
            Flyway.configure()
                    .dataSource(access.url(), access.owner(), access.ownerPassword())
                    .locations("filesystem:" + folder)
                    .placeholders(
                            Map.of("appRole", DatabaseAccess.APP_ROLE, "importerRole", DatabaseAccess.IMPORTER_ROLE))
                    .outOfOrder(true)
                    .group(true)
                    .load()
                    .migrate();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Hands on an entry of the backup; the columns of the tables come first. */
    void take(String name, InputStream content) throws IOException, SQLException {
        if (name.equals(WriteTables.COLUMNS)) {
            columns = json(content);
            begin();
        } else if (name.equals(WriteTables.SEQUENCES)) {
            for (var sequence : json(content).entrySet()) {
                run("select setval('public.\"%s\"', %s)".formatted(sequence.getKey(), sequence.getValue()));
            }
        } else {
            rows(name.substring(WriteTables.FOLDER.length(), name.lastIndexOf('/')), content);
        }
    }

    static boolean takes(String name) {
        return name.equals(WriteTables.COLUMNS)
                || name.equals(WriteTables.SEQUENCES)
                || name.startsWith(WriteTables.FOLDER);
    }

    private static Map<?, ?> json(InputStream content) throws IOException {
        return JsonMapper.builder().build().readValue(content.readAllBytes(), Map.class);
    }

    /** Rows come in the order of names, so what they refer to may come later: links are made anew at the end. */
    private void begin() throws SQLException {
        connection.setAutoCommit(false);
        links.addAll(texts(connection, """
                select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                from pg_constraint where contype = 'f' and connamespace = cast('public' as regnamespace)
                """));
        texts(connection, """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                from pg_constraint where contype = 'f' and connamespace = cast('public' as regnamespace)
                """).forEach(this::run);
        texts(connection, "select format('alter table %s disable trigger user', c.oid::regclass) " + OWN_TABLES)
                .forEach(this::run);
        // What the steps themselves have written is in the backup too.
        texts(connection, "select 'truncate ' || string_agg(cast(c.oid::regclass as text), ', ') " + OWN_TABLES)
                .forEach(this::run);
    }

    private void rows(String of, InputStream content) throws IOException, SQLException {
        var running = copy;
        if (running == null || !of.equals(table)) {
            endRows();
            if (!(columns.get(of) instanceof List<?> names)) {
                throw new IOException("The backup has rows of the unknown table %s.".formatted(of));
            }
            var quoted = names.stream().map("\"%s\""::formatted).toList();
            running = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy \"%s\" (%s) from stdin".formatted(of, String.join(", ", quoted)));
            copy = running;
            table = of;
        }
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            running.writeToCopy(buffer, 0, read);
        }
    }

    private void endRows() throws SQLException {
        if (copy != null) {
            copy.endCopy();
            copy = null;
        }
    }

    /** Once the whole backup has been read. Checks every link. */
    void finish() throws SQLException {
        endRows();
        links.forEach(this::run);
        texts(connection, "select format('alter table %s enable trigger user', c.oid::regclass) " + OWN_TABLES)
                .forEach(this::run);
        connection.commit();
    }

    private void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Without {@link #finish} nothing is kept. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
