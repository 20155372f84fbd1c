package dev.windrose.crm.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Fills the record tables set-wise, for measurements: one transaction a table, its indexes made anew at the end. Leaves no events and little
 * history: the size matters here, not the way in.
 */
public final class SeedStore {

    /** Below this many rows it is faster to keep the indexes. */
    private static final long MANY = 50_000;

    private final Connection connection;
    private final UUID tenant;
    private final SeedScale scale;
    private final Consumer<String> progress;
    private final boolean many;

    public SeedStore(Connection connection, UUID tenant, SeedScale scale, Consumer<String> progress) {
        this.connection = connection;
        this.tenant = tenant;
        this.scale = scale;
        this.progress = progress;
        this.many = scale.records() > MANY;
    }

    /** Rows of one table. */
    record Step(String table, String sql) {}

    public static Optional<UUID> newestWorkspace(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from tenants order by created_at desc limit 1")) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    public void run() throws SQLException {
        var rows = new SeedRowsStore(tenant, scale);
        execute("set client_min_messages = warning");
        if (many) {
            execute("set maintenance_work_mem = '512MB'");
        }
        for (Step step : rows.steps()) {
            long begin = System.nanoTime();
            long count = insert(step);
            progress.accept("%,12d %-20s %4d s"
                    .formatted(
                            count,
                            step.table(),
                            Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
        }
        for (String table : rows.steps().stream().map(Step::table).distinct().toList()) {
            execute("vacuum analyze " + table);
        }
    }

    private long insert(Step step) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute("select set_config('app.tenant', '%s', true)".formatted(tenant));
            // Keys are made from the same numbers on both sides, so nothing has to be checked row by row.
            if (superuser()) {
                execute("set local session_replication_role = replica");
            }
            List<String> indexes = many ? takeIndexes(step.table()) : List.of();
            long count;
            try (var statement = connection.createStatement()) {
                count = statement.executeLargeUpdate(step.sql());
            }
            for (String index : indexes) {
                execute(index);
            }
            connection.commit();
            return count;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Drops the indexes that belong to no constraint and answers how to make them again. */
    private List<String> takeIndexes(String table) throws SQLException {
        var definitions = new ArrayList<String>();
        var names = new ArrayList<String>();
        try (var statement = connection.prepareStatement("""
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index i
                where i.indrelid = ?::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                """)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                    definitions.add(rows.getString(2));
                }
            }
        }
        for (String name : names) {
            execute("drop index " + name);
        }
        return definitions;
    }

    private boolean superuser() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
