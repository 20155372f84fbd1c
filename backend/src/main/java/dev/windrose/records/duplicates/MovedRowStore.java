package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.store.SqlArray;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that lie beside records and follow them into others. */
@Component
class MovedRowStore {

    /** Tables by what is kept of a merge under their name; never change a name. */
    enum Part {
        /** So that a sync finds the survivor. */
        EXTERNAL_IDS("""
                update external_ids set record_id = :into where tenant_id = :tenant and record_type = :type and record_id = :from
                returning source || chr(31) || external_id
                """, """
                update external_ids set record_id = :from where tenant_id = :tenant and record_type = :type and record_id = :into
                    and source || chr(31) || external_id = any(cast(:rows as text[]))
                """),
        /** Who was shown the merged record sees the survivor. */
        SHARES("""
                update record_shares s set record_id = :into
                where s.tenant_id = :tenant and s.record_type = :type and s.record_id = :from and not exists (
                    select 1 from record_shares o where o.tenant_id = :tenant and o.record_type = :type and o.record_id = :into
                        and o.person_id is not distinct from s.person_id and o.team_id is not distinct from s.team_id)
                returning s.id::text
                """, """
                update record_shares set record_id = :from
                where tenant_id = :tenant and record_type = :type and record_id = :into and id::text = any(cast(:rows as text[]))
                """),
        /** How long the merged record was what; what it was at last ends with the merge, because the survivor has its own. */
        PERIODS("""
                with old as (
                    select p.id, p.left_at is null as lasts from record_periods p
                    where p.tenant_id = :tenant and p.record_type = :type and p.record_id = :from for update)
                update record_periods p set record_id = :into, left_at = coalesce(p.left_at, greatest(p.entered_at, cast(:at as timestamptz)))
                from old where p.tenant_id = :tenant and p.id = old.id
                returning case when old.lasts then 'lasting:' else '' end || p.id
                """, """
                update record_periods p set record_id = :from,
                    left_at = case when 'lasting:' || p.id = any(cast(:rows as text[])) then null else p.left_at end
                where p.tenant_id = :tenant and p.record_type = :type and p.record_id = :into
                    and (p.id::text = any(cast(:rows as text[])) or 'lasting:' || p.id = any(cast(:rows as text[])))
                """);

        private final String move;
        private final String back;

        Part(String move, String back) {
            this.move = move;
            this.back = back;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    MovedRowStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> move(Part part, String type, UUID from, UUID into) {
        var params = params(type, from, into);
        params.put("at", clock.instant().toString());
        return jdbc.sql(part.move).params(params).query(String.class).list();
    }

    void back(Part part, String type, UUID from, UUID into, List<String> rows) {
        var params = params(type, from, into);
        params.put("rows", SqlArray.of(rows));
        jdbc.sql(part.back).params(params).update();
    }

    private static Map<String, @Nullable Object> params(String type, UUID from, UUID into) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("tenant", ActorScope.current().tenant().value());
        params.put("type", type);
        params.put("from", from);
        params.put("into", into);
        return params;
    }
}
