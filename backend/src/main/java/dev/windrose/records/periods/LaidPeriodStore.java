package dev.windrose.records.periods;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Periods of many records, replaced and brought back as they were. */
@Component
class LaidPeriodStore {

    private final JdbcClient jdbc;

    LaidPeriodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(UUID record, String field) {}

    /** By record and field, the oldest first. */
    @SuppressWarnings("unchecked")
    Map<Key, List<PastRow>> rows(Collection<UUID> records) {
        var found = new HashMap<Key, List<PastRow>>();
        jdbc.sql("""
                        select p.record_id, p.field, cast(to_jsonb(p) as text) as json from record_periods p
                        where p.tenant_id = :tenant and p.record_id = any(cast(:records as uuid[]))
                        order by p.entered_at, p.left_at nulls last, p.id
                        """)
                .param("tenant", tenant())
                .param("records", SqlArray.of(records))
                .query(rs -> {
                    var row = PastRow.of((Map<String, Object>) Json.read(rs.getString("json")));
                    found.computeIfAbsent(
                                    new Key(rs.getObject("record_id", UUID.class), rs.getString("field")),
                                    _ -> new ArrayList<>())
                            .add(row);
                });
        return found;
    }

    void write(List<LoadPast.Merged> all) {
        var gone = new ArrayList<UUID>();
        var come = new ArrayList<Map<String, ?>>();
        for (var merged : all) {
            merged.gone().forEach(row -> gone.add(row.id()));
            merged.come().forEach(row -> come.add(row.json()));
        }
        delete(gone);
        jdbc.sql(
                        "insert into record_periods select * from jsonb_populate_recordset(null::record_periods, cast(:rows as jsonb)) r where r.tenant_id = :tenant")
                .param("tenant", tenant())
                .param("rows", Json.write(come))
                .update();
    }

    /** What changed since stays: a period that was lengthened begins again where it began, one that gave way ends where the next begins. */
    void takeBack(List<String> added, String before) {
        delete(added);
        jdbc.sql("""
                        update record_periods p set entered_at = b.entered_at, person_id = b.person_id, person_name = b.person_name, reason = b.reason
                        from jsonb_populate_recordset(null::record_periods, cast(:before as jsonb)) b
                        where p.tenant_id = :tenant and b.tenant_id = :tenant and p.id = b.id
                        """).param("tenant", tenant()).param("before", before).update();
        jdbc.sql("""
                        insert into record_periods
                        select (jsonb_populate_record(b, jsonb_build_object('left_at', coalesce(b.left_at, (
                            select min(p.entered_at) from record_periods p where p.tenant_id = :tenant and p.record_id = b.record_id
                                and p.field = b.field and p.entered_at > b.entered_at))))).*
                        from jsonb_populate_recordset(null::record_periods, cast(:before as jsonb)) b
                        where b.tenant_id = :tenant and not exists (select 1 from record_periods o where o.tenant_id = :tenant and o.id = b.id)
                        """).param("tenant", tenant()).param("before", before).update();
    }

    private void delete(Collection<?> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from record_periods where tenant_id = :tenant and id = any(cast(:ids as uuid[]))")
                    .param("tenant", tenant())
                    .param("ids", SqlArray.of(ids))
                    .update();
        }
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
