package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.store.Json;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the batches of imports did, and the rows they refused. */
@Component
class BatchStore {

    private final JdbcClient jdbc;

    private final StagingStore staging;

    BatchStore(JdbcClient jdbc, StagingStore staging) {
        this.staging = staging;
        this.jdbc = jdbc;
    }

    void insert(UUID importId, int number, @Nullable ChangeSetId changeSet, Counts counts) {
        jdbc.sql("""
                        insert into import_batches (tenant_id, id, import_id, number, change_set_id, creates, updates, unchanged, refused, waiting,
                            duplicates, review, history)
                        values (:tenant, :id, :import, :number, :set, :creates, :updates, :unchanged, :refused, :waiting, :duplicates, :review, :history)
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("import", importId)
                .param("number", number)
                .param("set", changeSet == null ? null : changeSet.value(), Types.OTHER)
                .param("creates", counts.creates())
                .param("updates", counts.updates())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.refused())
                .param("waiting", counts.waiting())
                .param("duplicates", counts.duplicates())
                .param("review", counts.review())
                .param("history", counts.history())
                .update();
    }

    boolean any(UUID importId) {
        return jdbc.sql("select exists (select from import_batches where tenant_id = :tenant and import_id = :import)")
                .param("tenant", tenant())
                .param("import", importId)
                .query(Boolean.class)
                .single();
    }

    void insertRefusals(UUID importId, List<RowResult> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var rows = refused.stream()
                .map(row -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("id", Ids.next().toString());
                    json.put("line", row.row());
                    json.put("field", row.field());
                    json.put("reason", row.reason());
                    json.put("cells", row.values());
                    return json;
                })
                .toList();
        jdbc.sql("""
                        insert into import_refusals (tenant_id, id, import_id, line, field, reason, cells)
                        select :tenant, r.id, :import, r.line, r.field, r.reason, r.cells
                        from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, line bigint, field text, reason text, cells jsonb)
                        on conflict (tenant_id, import_id, line) do nothing
                        """)
                .param("tenant", tenant())
                .param("import", importId)
                .param("rows", Json.write(rows))
                .update();
    }

    /** Those of a stretch that were refused before they were planned. */
    void insertStagedRefusals(UUID importId, List<String> header, long after, long upTo) {
        String sql = """
                insert into import_refusals (tenant_id, id, import_id, line, field, reason, cells)
                select :tenant, gen_random_uuid(), :import, r.line, r.field, %s,
                    (select coalesce(jsonb_object_agg(h.name, coalesce(trim(c.cell), '')), '{}')
                     from unnest(:header) with ordinality h (name, place)
                     left join jsonb_array_elements_text(cast(r.cells as jsonb)) with ordinality c (cell, place) on c.place = h.place)
                from %s p join %s r on r.number = p.number
                where p.number > :after and p.number <= :upTo and p.state in %s
                on conflict (tenant_id, import_id, line) do nothing
                """.formatted(
                        RefusalSql.REASON, StagingStore.plan(importId), StagingStore.rows(importId), RefusalSql.STATES);
        staging.asImporter(() -> jdbc.sql(sql)
                .param("tenant", tenant())
                .param("import", importId)
                .param("header", header.toArray(String[]::new))
                .param("after", after)
                .param("upTo", upTo)
                .update());
    }

    List<Refusal> refusals(UUID importId, long afterLine, int most) {
        return jdbc.sql("""
                        select line, field, reason, cells from import_refusals
                        where tenant_id = :tenant and import_id = :import and line > :after order by line limit :most
                        """)
                .param("tenant", tenant())
                .param("import", importId)
                .param("after", afterLine)
                .param("most", most)
                .query((row, n) -> new Refusal(
                        row.getLong("line"),
                        row.getString("field"),
                        row.getString("reason"),
                        cells(row.getString("cells"))))
                .list();
    }

    private static Map<String, String> cells(String json) {
        var cells = new LinkedHashMap<String, String>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((column, cell) -> cells.put(String.valueOf(column), String.valueOf(cell)));
        }
        return cells;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
