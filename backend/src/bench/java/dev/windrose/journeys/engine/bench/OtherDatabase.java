package dev.windrose.journeys.engine.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;

/** A database with the same events. */
record OtherDatabase(String name, Connection connection) {

    private static final String TABLE =
            "create table ev (entity bigint, ts bigint, kind smallint, channel smallint, country smallint, segment smallint,"
                    + " product smallint, amount bigint)";

    static OtherDatabase duckDb(Path file, GenerateEvents events) throws Exception {
        var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        run(connection, TABLE);
        try (var appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "ev")) {
            events.write((visitor, time, kind, channel, country, segment, product, amount) -> {
                appender.beginRow();
                appender.append(visitor);
                appender.append(time);
                appender.append((short) kind);
                appender.append((short) channel);
                appender.append((short) country);
                appender.append((short) segment);
                appender.append((short) product);
                appender.append(amount);
                appender.endRow();
            });
        }
        return new OtherDatabase("DuckDB", connection);
    }

    static OtherDatabase postgres(String url, String password, GenerateEvents events) throws Exception {
        var connection = DriverManager.getConnection(url, "postgres", password);
        run(connection, "set jit = off");
        run(connection, "set work_mem = '256MB'");
        run(connection, "set statement_timeout = '90s'");
        run(connection, TABLE);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy ev from stdin (format csv)");
        var block = new StringBuilder();
        events.write((visitor, time, kind, channel, country, segment, product, amount) -> {
            block.append(visitor)
                    .append(',')
                    .append(time)
                    .append(',')
                    .append(kind)
                    .append(',')
                    .append(channel)
                    .append(',')
                    .append(country)
                    .append(',')
                    .append(segment)
                    .append(',')
                    .append(product)
                    .append(',')
                    .append(amount)
                    .append('\n');
            if (block.length() > 1 << 16) {
                byte[] bytes = block.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                copy.writeToCopy(bytes, 0, bytes.length);
                block.setLength(0);
            }
        });
        byte[] bytes = block.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
        run(connection, "create index on ev (entity, ts) include (kind, channel)");
        run(connection, "vacuum analyze ev");
        return new OtherDatabase("PostgreSQL", connection);
    }

    /** Nanoseconds of one run; below zero when it took longer than it may. */
    long time(String sql) {
        long begin = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
            return System.nanoTime() - begin;
        } catch (SQLException e) {
            return -1;
        }
    }

    TreeMap<Long, Long> pairs(String sql) throws SQLException {
        var found = new TreeMap<Long, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
