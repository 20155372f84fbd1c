package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.importing.RowResult.Change;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a run: what its change sets hold, and the refused ones. Rows that changed nothing have left no trace. */
@Component
class WrittenRowStore {

    private static final String LINE = "cast(substring(o.evidence ->> 'source' from 'row ([0-9]+)$') as bigint)";

    private final JdbcClient jdbc;

    WrittenRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the file. The number of a row is its line. */
    List<RowResult> page(Import file, String titleField, @Nullable Outcome outcome, long after, int most) {
        return jdbc.sql("""
                        select * from (
                            select %1$s as line, case when o.status = 'waiting' then 'waiting' when o.op = 'create' then 'create' else 'update' end as outcome,
                                o.record_title as title, o.record_id, o.reason, null as field, o.fields, null as cells
                            from import_batches b join change_operations o on o.tenant_id = b.tenant_id and o.change_set_id = b.change_set_id
                            where b.tenant_id = :tenant and b.import_id = :import and o.status in ('applied', 'waiting', 'undone')
                            union all
                            select p.line, 'update', null, p.record_id, null, null,
                                jsonb_build_array(jsonb_build_object('field', p.field, 'after', p.entries)), cast(null as jsonb)
                            from import_pasts p where p.tenant_id = :tenant and p.import_id = :import and p.line is not null
                            union all
                            select r.line, case when r.reason like 'Row % of the file is the same record.' then 'duplicate'
                                    when r.reason like '%% records match this row.' or r.reason = 'One record may be the same.' then 'review' else 'refused' end,
                                r.cells ->> cast(:titled as text), null, r.reason, r.field, null, r.cells
                            from import_refusals r where r.tenant_id = :tenant and r.import_id = :import
                        ) found
                        where line > :after and (cast(:outcome as text) is null or outcome = :outcome)
                        order by line limit :most
                        """.replace("%1$s", LINE).replace("%%", "%"))
                .param("tenant", ActorScope.current().tenant().value())
                .param("import", file.id())
                .param("titled", titleColumn(file, titleField))
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT))
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list();
    }

    private static @Nullable String titleColumn(Import file, String titleField) {
        return file.mappingOrSuggestion().columns().entrySet().stream()
                .filter(one -> titleField.equals(one.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static RowResult row(ResultSet rs) throws SQLException {
        var fields = new ArrayList<Change>();
        if (Json.read(rs.getString("fields")) instanceof List<?> list) {
            list.forEach(one -> {
                var field = (Map<?, ?>) one;
                fields.add(new Change(String.valueOf(field.get("field")), field.get("before"), field.get("after")));
            });
        }
        var cells = new LinkedHashMap<String, String>();
        if (Json.read(rs.getString("cells")) instanceof Map<?, ?> map) {
            map.forEach((column, cell) -> cells.put(String.valueOf(column), String.valueOf(cell)));
        }
        return ResultRow.of(rs, "line", fields, cells, List.of());
    }
}
