package dev.windrose.records.importing;

import dev.windrose.platform.postgres.DatabaseAccess;
import dev.windrose.records.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * The rows of a file in the database, in unlogged tables of its own that a crash empties: what was read, and what each row is to the records
 * there are. Only the importer's role reaches them. Needs a transaction.
 */
@Component
class StagingStore {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagingStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    static String rows(UUID id) {
        return "staging.rows_" + id.toString().replace("-", "");
    }

    static String plan(UUID id) {
        return "staging.plan_" + id.toString().replace("-", "");
    }

    static String repeated(UUID id) {
        return "staging.repeated_" + id.toString().replace("-", "");
    }

    /** Runs statements as the importer, within the transaction of the caller. */
    <T> T asImporter(Supplier<T> work) {
        role(DatabaseAccess.IMPORTER_ROLE);
        T result = work.get();
        role("none");
        return result;
    }

    private void role(String name) {
        jdbc.sql("select set_config('role', :role, true)")
                .param("role", name)
                .query(String.class)
                .single();
    }

    void begin(UUID id) {
        drop(id);
        asImporter(() -> execute("""
                create unlogged table %s (number bigint not null, line bigint not null, new_id uuid not null, key text collate "C",
                    external_id text collate "C", title_key text collate "C", links boolean not null, field text, reason text,
                    vals jsonb not null, cells text not null)
                """.formatted(rows(id))));
    }

    void drop(UUID id) {
        asImporter(() -> execute("drop table if exists %s, %s, %s, %s"
                .formatted(rows(id), plan(id), repeated(id), DryRunStore.table(id))));
    }

    private boolean execute(String sql) {
        jdbc.sql(sql).update();
        return true;
    }

    /** Adds rows at the speed of the wire. */
    void copy(UUID id, List<RowDraft> rows) {
        var text = new StringBuilder(rows.size() * 300);
        rows.forEach(row -> line(text, row));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        asImporter(() -> copy("copy " + rows(id) + " from stdin", bytes));
    }

    boolean copy(String sql, byte[] bytes) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return true;
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("The rows could not be copied into the database.", e));
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void line(StringBuilder to, RowDraft row) {
        CopyText.cell(to, row.number).append('\t');
        CopyText.cell(to, row.row.number()).append('\t');
        CopyText.cell(to, row.newId).append('\t');
        CopyText.cell(to, row.key).append('\t');
        CopyText.cell(to, row.externalId == null ? null : row.externalId.id()).append('\t');
        CopyText.cell(to, row.titleKey).append('\t');
        CopyText.cell(to, row.links).append('\t');
        CopyText.cell(to, row.field).append('\t');
        CopyText.cell(to, row.reason).append('\t');
        CopyText.cell(to, CopyText.json(row.values)).append('\t');
        CopyText.cell(to, CopyText.json(row.row.cells())).append('\n');
    }

    /** Rows in a table; none where it is not there. */
    long count(String table) {
        return asImporter(() -> {
            boolean there = jdbc.sql("select to_regclass(:table) is not null")
                    .param("table", table)
                    .query(Boolean.class)
                    .single();
            return there
                    ? jdbc.sql("select count(*) from %s".formatted(table))
                            .query(Long.class)
                            .single()
                    : 0L;
        });
    }

    /** Rows of a stretch that are in one of these states, in their order. */
    List<StagedRow> read(UUID id, long after, long upTo, Set<RowState> states) {
        return asImporter(() -> jdbc.sql("""
                        select r.*, p.state, p.record_id, p.known, p.held
                        from %s p join %s r on r.number = p.number
                        where p.number > :after and p.number <= :upTo and r.number > :after and r.number <= :upTo and p.state = any(:states)
                        order by p.number
                        """.formatted(plan(id), rows(id)))
                .param("after", after)
                .param("upTo", upTo)
                .param("states", states.stream().map(RowState::wire).toArray(String[]::new))
                .query((rs, _) -> row(rs))
                .list());
    }

    /** @param written whether the record was there before, or a finished batch has made it */
    record Named(UUID record, boolean written) {}

    /** The records that rows of the file are, by what other rows call them. */
    Map<String, Named> titles(UUID id, List<String> keys) {
        var found = new LinkedHashMap<String, Named>();
        asImporter(() -> {
            jdbc.sql("""
                            select distinct on (r.title_key) r.title_key, p.record_id, p.state <> 'new' as written
                            from %s r join %s p on p.number = r.number
                            where r.title_key = any(:keys) and p.state in ('new', 'known', 'same')
                            order by r.title_key, r.number
                            """.formatted(rows(id), plan(id)))
                    .param("keys", keys.toArray(String[]::new))
                    .query(rs -> {
                        found.put(
                                rs.getString("title_key"),
                                new Named(rs.getObject("record_id", UUID.class), rs.getBoolean("written")));
                    });
            return true;
        });
        return found;
    }

    /** Whether no two rows are to change the same record. @param named whether their ids in the other system may repeat */
    boolean eachOnce(UUID id, boolean named) {
        return asImporter(() -> jdbc.sql("""
                        select not exists (select from %1$s where state = 'known' group by record_id having count(*) > 1)
                            and (not :named or not exists (select from %2$s where external_id is not null group by external_id having count(*) > 1))
                        """.formatted(plan(id), rows(id)))
                .param("named", named)
                .query(Boolean.class)
                .single());
    }

    /** How many rows of a stretch are in each state. */
    Map<RowState, Long> counts(UUID id, long after, long upTo) {
        var counts = new LinkedHashMap<RowState, Long>();
        asImporter(() -> {
            jdbc.sql("select state, count(*) as rows from %s where number > :after and number <= :upTo group by state"
                            .formatted(plan(id)))
                    .param("after", after)
                    .param("upTo", upTo)
                    .query(rs -> {
                        counts.put(RowState.of(rs.getString("state")), rs.getLong("rows"));
                    });
            return true;
        });
        return counts;
    }

    @SuppressWarnings("unchecked")
    private static StagedRow row(ResultSet rs) throws SQLException {
        String held = rs.getString("held");
        return new StagedRow(
                rs.getLong("number"),
                rs.getLong("line"),
                rs.getObject("new_id", UUID.class),
                rs.getString("key"),
                rs.getString("external_id"),
                rs.getString("title_key"),
                rs.getBoolean("links"),
                rs.getString("field"),
                rs.getString("reason"),
                Json.read(rs.getString("vals")) instanceof Map<?, ?> values ? (Map<String, Object>) values : Map.of(),
                cells(rs.getString("cells")),
                RowState.of(rs.getString("state")),
                rs.getObject("record_id", UUID.class),
                rs.getBoolean("known"),
                held == null || held.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(held.split(","))));
    }

    static List<String> cells(@Nullable String json) {
        var cells = new ArrayList<String>();
        if (Json.read(json) instanceof List<?> list) {
            list.forEach(cell -> cells.add(String.valueOf(cell)));
        }
        return cells;
    }
}
