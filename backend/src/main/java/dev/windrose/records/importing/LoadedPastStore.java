package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.periods.LaidPast.Laid;
import dev.windrose.records.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What imports have laid under the past of records, so that it can be taken back; and the lines of a file of changes by record. */
@Component
class LoadedPastStore {

    private final JdbcClient jdbc;
    private final StagingStore staging;

    LoadedPastStore(JdbcClient jdbc, StagingStore staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /** @param line of a file of changes the first of the record */
    record Loaded(Laid laid, @Nullable Long line) {}

    /** What one import has changed. */
    record Kept(List<String> added, String before) {}

    void insert(UUID importId, List<Loaded> all) {
        if (all.isEmpty()) {
            return;
        }
        var rows = all.stream().map(LoadedPastStore::row).toList();
        jdbc.sql("""
                        insert into import_pasts (tenant_id, id, import_id, record_type, record_id, field, line, entries, added, before)
                        select :tenant, r.id, :import, r.record_type, r.record_id, r.field, r.line, r.entries, r.added, r.before
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            r (id uuid, record_type text, record_id uuid, field text, line bigint, entries int, added jsonb, before jsonb)
                        """)
                .param("tenant", tenant())
                .param("import", importId)
                .param("rows", Json.write(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(Loaded loaded) {
        var past = loaded.laid().past();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", Ids.next().toString());
        row.put("record_type", past.type());
        row.put("record_id", past.record().toString());
        row.put("field", past.field());
        row.put("line", loaded.line());
        row.put("entries", past.entries().size());
        row.put("added", loaded.laid().added());
        row.put("before", Json.read(loaded.laid().before()));
        return row;
    }

    /** The last first. */
    List<Kept> of(UUID importId) {
        return jdbc.sql(
                        "select added, before from import_pasts where tenant_id = :tenant and import_id = :import order by id desc")
                .param("tenant", tenant())
                .param("import", importId)
                .query((rs, _) -> new Kept(strings(rs.getString("added")), rs.getString("before")))
                .list();
    }

    void forget(UUID importId) {
        jdbc.sql("delete from import_pasts where tenant_id = :tenant and import_id = :import")
                .param("tenant", tenant())
                .param("import", importId)
                .update();
    }

    /** The next records that lines of a file of changes tell of. */
    List<UUID> records(UUID importId, UUID after, int most) {
        return staging.asImporter(() -> jdbc.sql("""
                        select p.record_id from %s p where p.state in ('known', 'later') and p.record_id > :after
                        group by p.record_id order by p.record_id limit :most
                        """.formatted(StagingStore.plan(importId)))
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    /** A line of a file of changes. */
    record Line(long number, long line, UUID record, RowState state, Map<String, Object> values, List<String> cells) {}

    @SuppressWarnings("unchecked")
    List<Line> lines(UUID importId, UUID after, UUID upTo) {
        return staging.asImporter(
                () -> jdbc.sql("""
                        select r.number, r.line, p.record_id, p.state, r.vals, r.cells from %s p join %s r on r.number = p.number
                        where p.state in ('known', 'later') and p.record_id > :after and p.record_id <= :upTo order by r.number
                        """.formatted(StagingStore.plan(importId), StagingStore.rows(importId)))
                        .param("after", after)
                        .param("upTo", upTo)
                        .query((rs, _) -> new Line(
                                rs.getLong("number"),
                                rs.getLong("line"),
                                rs.getObject("record_id", UUID.class),
                                RowState.of(rs.getString("state")),
                                (Map<String, Object>) Json.read(rs.getString("vals")),
                                StagingStore.cells(rs.getString("cells"))))
                        .list());
    }

    private static List<String> strings(String json) {
        return ((List<?>) Json.read(json)).stream().map(String::valueOf).toList();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
