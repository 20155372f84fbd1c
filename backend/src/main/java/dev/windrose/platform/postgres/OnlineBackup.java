package dev.windrose.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's own protocol for copying its files while it works: "Making a Base Backup Using the Low Level API" of the PostgreSQL
 * documentation. Between {@code begin} and {@code end} every file may be copied in whatever state it is; the write-ahead log named by
 * {@code end} makes them consistent. A temporary slot keeps that log from being recycled and ends with the connection.
 */
public final class OnlineBackup {

    /** @param label must lie beside the copied files as {@code backup_label} */
    public record End(String label, List<String> walFiles) {}

    private final Connection connection;
    private String first = "";

    /** @param connection of the owner, open until {@code end} */
    public OnlineBackup(Connection connection) {
        this.connection = connection;
    }

    public void begin() throws SQLException {
        text("select pg_create_physical_replication_slot('windrose_backup_' || pg_backend_pid(), true, true)::text");
        first = text("select pg_walfile_name(pg_backup_start('windrose', true))");
    }

    public End end() throws SQLException {
        var files = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var stopped = statement.executeQuery(
                        "select labelfile, pg_walfile_name(lsn) as last from pg_backup_stop(false)")) {
            stopped.next();
            String label = stopped.getString("labelfile");
            String last = stopped.getString("last");
            try (var names = connection.prepareStatement("""
                    select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name between ? and ? order by name""")) {
                names.setString(1, first);
                names.setString(2, last);
                try (var found = names.executeQuery()) {
                    while (found.next()) {
                        files.add(found.getString(1));
                    }
                }
            }
            return new End(label, List.copyOf(files));
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
