package dev.windrose.records.importing;

import dev.windrose.records.importing.RowResult.Change;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.store.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a dry run has found out about each row, kept beside the rows until the import ends. Needs a transaction. */
@Component
class DryRunStore {

    private static final String REST = """
            select r.number, r.line, 'unchanged' as outcome, r.vals ->> '%3$s' as title, p.record_id, null as reason, null as field,
                null as fields, null as cells, null as candidates
            from %1$s p join %2$s r on r.number = p.number
            where p.state = 'same'""";

    private final JdbcClient jdbc;
    private final StagingStore staging;

    DryRunStore(JdbcClient jdbc, StagingStore staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    static String table(UUID id) {
        return "staging.results_" + id.toString().replace("-", "");
    }

    /** Begins with the rows that need no planning because they are refused already. */
    void begin(UUID id, Target target) {
        staging.asImporter(() -> {
            execute("drop table if exists " + table(id));
            execute("""
                    create unlogged table %s (number bigint not null, line bigint not null, outcome text collate "C" not null, title text,
                        record_id uuid, reason text, field text, fields text, cells text, candidates text)
                    """.formatted(table(id)));
            execute("""
                    insert into %s (number, line, outcome, title, reason, field, cells, candidates)
                    select r.number, r.line, %s, r.vals ->> '%s', %s, r.field, r.cells, p.candidates
                    from %s p join %s r on r.number = p.number
                    where p.state in %s
                    """.formatted(
                            table(id),
                            RefusalSql.OUTCOME,
                            target.type().titleField(),
                            RefusalSql.REASON,
                            StagingStore.plan(id),
                            StagingStore.rows(id),
                            RefusalSql.STATES));
            return true;
        });
    }

    void add(UUID id, List<RowResult> results) {
        var text = new StringBuilder(results.size() * 200);
        for (var row : results) {
            CopyText.cell(text, row.number()).append('\t');
            CopyText.cell(text, row.row()).append('\t');
            CopyText.cell(text, wire(row.outcome())).append('\t');
            CopyText.cell(text, row.title()).append('\t');
            CopyText.cell(text, row.recordId()).append('\t');
            CopyText.cell(text, row.reason()).append('\t');
            CopyText.cell(text, row.field()).append('\t');
            CopyText.cell(text, row.fields().isEmpty() ? null : CopyText.json(fields(row)))
                    .append('\t');
            CopyText.cell(
                            text,
                            row.values().isEmpty()
                                    ? null
                                    : CopyText.json(List.copyOf(row.values().values())))
                    .append('\n');
        }
        if (!results.isEmpty()) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            staging.asImporter(() -> staging.copy(
                    "copy " + table(id)
                            + " (number, line, outcome, title, record_id, reason, field, fields, cells) from stdin",
                    bytes));
        }
    }

    void end(UUID id) {
        staging.asImporter(() -> {
            execute("create index on %s (outcome, number)".formatted(table(id)));
            return true;
        });
    }

    /** In the order of the file; of all outcomes where none is named. */
    List<RowResult> page(UUID id, Import file, String titleField, @Nullable Outcome outcome, long after, int most) {
        String rest = REST.formatted(StagingStore.plan(id), StagingStore.rows(id), titleField);
        String sql =
                """
                select * from (
                    select number, line, outcome, title, record_id, reason, field, fields, cells, candidates from %s
                    %s
                ) found
                where (cast(:outcome as text) is null or outcome = :outcome) and number > :after
                order by number limit :most
                """.formatted(table(id), outcome == null || outcome == Outcome.UNCHANGED ? "union all " + rest : "");
        var header = file.columns().stream().map(ImportColumn::name).toList();
        return staging.asImporter(() -> jdbc.sql(sql)
                .param("outcome", outcome == null ? null : wire(outcome))
                .param("after", after)
                .param("most", most)
                .query((rs, _) -> row(rs, header))
                .list());
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    static String wire(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static List<List<@Nullable Object>> fields(RowResult row) {
        var fields = new ArrayList<List<@Nullable Object>>();
        for (var change : row.fields()) {
            var one = new ArrayList<@Nullable Object>();
            one.add(change.field());
            one.add(change.before());
            one.add(change.after());
            one.add(change.note());
            fields.add(one);
        }
        return fields;
    }

    private static RowResult row(ResultSet rs, List<String> header) throws SQLException {
        var fields = new ArrayList<Change>();
        if (Json.read(rs.getString("fields")) instanceof List<?> list) {
            list.forEach(one -> {
                var parts = (List<?>) one;
                Object note = parts.size() > 3 ? parts.get(3) : null;
                fields.add(new Change(
                        String.valueOf(parts.get(0)),
                        parts.get(1),
                        parts.get(2),
                        note == null ? null : note.toString()));
            });
        }
        return ResultRow.of(
                rs,
                "number",
                fields,
                named(header, StagingStore.cells(rs.getString("cells"))),
                RowCandidate.read(rs.getString("candidates")));
    }

    static Map<String, String> named(List<String> header, List<String> cells) {
        var values = new LinkedHashMap<String, String>();
        for (int column = 0; !cells.isEmpty() && column < header.size(); column++) {
            values.put(
                    header.get(column),
                    column < cells.size() ? cells.get(column).strip() : "");
        }
        return values;
    }
}
