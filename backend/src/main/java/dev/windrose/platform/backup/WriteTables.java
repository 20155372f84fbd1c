package dev.windrose.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of all tables as of one moment, for databases whose files are out of reach. Numbers of transactions mean nothing to another server:
 * events get one that every server has behind it, and readers of the log go on at the first event that they have not read.
 */
final class WriteTables {

    static final String COLUMNS = "tables.json";
    static final String SEQUENCES = "sequences.json";
    static final String FOLDER = "tables/";

    private static final int PART = 4 << 20;
    /** The first transaction of every server. */
    private static final String LONG_AGO = "cast('3' as xid8)";

    /** By table and column. */
    static final Map<String, String> REWRITTEN = Map.of(
            "event_log.xid", LONG_AGO,
            "journey_events.written_by", LONG_AGO,
            "journey_event_moves.written_by", LONG_AGO,
            "journey_segments.watermark", LONG_AGO,
            "event_deliveries.xid", LONG_AGO,
            "event_subscriptions.cursor_xid", LONG_AGO,
            "event_subscriptions.cursor_id", """
                    coalesce((select min(e.id) - 1 from event_log e where (e.xid, e.id) > (t.cursor_xid, t.cursor_id)),
                        (select max(e.id) from event_log e), 0)""");

    private final Connection connection;
    private final BackupArchive archive;

    WriteTables(Connection connection, BackupArchive archive) {
        this.connection = connection;
        this.archive = archive;
    }

    void all() throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var json = JsonMapper.builder().build();
        var tables = tables();
        archive.add(COLUMNS, json.writeValueAsString(tables));
        archive.add(SEQUENCES, json.writeValueAsString(sequences()));
        for (var table : tables.entrySet()) {
            try (var parts = new Parts(FOLDER + table.getKey() + "/")) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(statement(table.getKey(), table.getValue()), parts);
            }
        }
        connection.commit();
    }

    private static String statement(String table, List<String> columns) {
        var values = columns.stream()
                .map(column -> REWRITTEN.getOrDefault(table + "." + column, "t.\"%s\"".formatted(column)))
                .toList();
        return "copy (select %s from \"%s\" t) to stdout".formatted(String.join(", ", values), table);
    }

    /** Also those without rows; not what the server works out itself. */
    private Map<String, List<String>> tables() throws SQLException {
        var tables = new LinkedHashMap<String, List<String>>();
        query("""
                select c.relname, a.attname from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                order by c.relname, a.attnum
                """, (table, column) -> tables.computeIfAbsent(table, _ -> new ArrayList<>())
                .add(column));
        return tables;
    }

    private Map<String, Long> sequences() throws SQLException {
        var sequences = new LinkedHashMap<String, Long>();
        query(
                "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null order by 1",
                (name, value) -> sequences.put(name, Long.valueOf(value)));
        return sequences;
    }

    @FunctionalInterface
    private interface Pair {
        void of(String one, String other);
    }

    private void query(String sql, Pair pair) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pair.of(rows.getString(1), rows.getString(2));
            }
        }
    }

    /** Entries of the archive name their length first, so rows come in parts. */
    private final class Parts extends OutputStream {

        private final String folder;
        private final byte[] part = new byte[PART];
        private int filled;
        private int number;

        Parts(String folder) {
            this.folder = folder;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int written = 0;
            while (written < length) {
                int some = Math.min(length - written, PART - filled);
                System.arraycopy(bytes, from + written, part, filled, some);
                filled += some;
                written += some;
                if (filled == PART) {
                    next();
                }
            }
        }

        private void next() throws IOException {
            if (filled > 0) {
                archive.add("%s%06d".formatted(folder, ++number), part, filled);
                filled = 0;
            }
        }

        @Override
        public void close() throws IOException {
            next();
        }
    }
}
