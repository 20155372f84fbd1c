package dev.windrose.records.periods;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.RowArrays;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The periods of kept fields, written set-wise. */
@Component
class PeriodStore {

    private static final String MOVES = """
            jsonb_to_recordset(cast(:moves as jsonb)) as m (id uuid, record_type text, record_id uuid, field text, value text, reason text)
            """;

    /** Those that the undone change set began and that still last: they never should have been. */
    private static final String TAKE_BACK = """
            delete from record_periods p using %s
            where p.tenant_id = :tenant and p.record_id = m.record_id and p.field = m.field and p.left_at is null
                and p.change_set_id = cast(:undone as uuid) and p.value is distinct from m.value
            """.formatted(MOVES);

    private static final String REOPEN = """
            update record_periods p set left_at = null, left_change_set_id = null from %s
            where p.tenant_id = :tenant and p.record_id = m.record_id and p.field = m.field and p.value = m.value
                and p.left_change_set_id = cast(:undone as uuid)
                and not exists (select 1 from record_periods o where o.tenant_id = :tenant and o.record_id = m.record_id
                    and o.field = m.field and o.left_at is null)
            """.formatted(MOVES);

    /**
     * Ends and begins in one statement, all ends first. A clock that was moved back must not begin a period before the end of the last: a
     * period that is ended here ends no earlier than it began.
     */
    private static final String FOLLOW = """
            with moved as materialized (select * from %s),
            ended as (
                update record_periods p set left_at = greatest(cast(:at as timestamptz), p.entered_at), left_change_set_id = :set from moved m
                where p.tenant_id = :tenant and p.record_id = m.record_id and p.field = m.field and p.left_at is null
                    and p.value is distinct from m.value
                returning p.id)
            insert into record_periods (tenant_id, id, record_type, record_id, field, value, entered_at, person_id, person_name, reason, source,
                change_set_id)
            select :tenant, m.id, m.record_type, m.record_id, m.field, m.value,
                   greatest(cast(:at as timestamptz),
                       (select max(coalesce(p.left_at, p.entered_at)) from record_periods p
                        where p.tenant_id = :tenant and p.record_id = m.record_id and p.field = m.field)),
                   cast(:person as uuid), :name, m.reason, :source, :set
            from moved m
            where (select count(*) from ended) >= 0 and m.value is not null and not exists (select 1 from record_periods o
                where o.tenant_id = :tenant and o.record_id = m.record_id and o.field = m.field and o.left_at is null and o.value = m.value)
            """.formatted(MOVES);

    /** Records that have just been made have no periods yet. */
    private static final String BEGIN = """
            insert into record_periods (tenant_id, id, record_type, record_id, field, value, entered_at, person_id, person_name, reason, source,
                change_set_id)
            select :tenant, m.id, m.record_type, m.record_id, m.field, m.value, cast(:at as timestamptz), cast(:person as uuid), :name, m.reason,
                :source, :set
            from (%s) m where m.value is not null
            """;

    private static final RowArrays BEGUN =
            RowArrays.of("begun", "id uuid, record_type text?, record_id uuid, field text?, value text, reason text");

    private final JdbcClient jdbc;

    PeriodStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow(AppliedChange change, List<Move> moves) {
        var actor = ActorScope.current();
        var params = new HashMap<String, @Nullable Object>();
        params.put("tenant", actor.tenant().value());
        var rows = rows(moves);
        var undone = change.undone();
        if (undone != null) {
            params.put("undone", undone);
            params.put("moves", Json.write(rows));
            jdbc.sql(TAKE_BACK).params(params).update();
            jdbc.sql(REOPEN).params(params).update();
        }
        params.put("at", change.at().toString());
        params.put("set", change.id().value());
        params.put("person", actor.person() == null ? null : actor.person().value());
        params.put("name", actor.name());
        params.put("source", change.cause().wire());
        boolean fresh = change.operations().stream().allMatch(operation -> operation.op() == Op.CREATE);
        if (fresh) {
            params.putAll(BEGUN.params(rows));
            jdbc.sql(BEGIN.formatted(BEGUN.select(rows))).params(params).update();
        } else {
            params.put("moves", Json.write(rows));
            jdbc.sql(FOLLOW).params(params).update();
        }
    }

    /** The newest first. */
    List<Period> of(UUID record, String field) {
        return jdbc.sql("""
                        select p.value, p.entered_at, p.left_at, p.person_id, p.person_name, coalesce(p.reason, s.reason) as reason, p.source,
                               p.change_set_id
                        from record_periods p left join change_sets s on s.tenant_id = p.tenant_id and s.id = p.change_set_id
                        where p.tenant_id = :tenant and p.record_id = :record and p.field = :field
                        order by p.entered_at desc, p.left_at desc nulls first, p.id desc limit 500
                        """)
                .param("tenant", tenant())
                .param("record", record)
                .param("field", field)
                .query((rs, _) -> period(rs))
                .list();
    }

    /** The values that records have now, by record and field. */
    Map<UUID, Map<String, String>> lasting(List<UUID> records) {
        var values = new HashMap<UUID, Map<String, String>>();
        jdbc.sql("""
                        select record_id, field, value from record_periods
                        where tenant_id = :tenant and record_id = any(cast(:records as uuid[])) and left_at is null
                        """)
                .param("tenant", tenant())
                .param("records", SqlArray.of(records))
                .query(rs -> {
                    values.computeIfAbsent(rs.getObject("record_id", UUID.class), _ -> new HashMap<>())
                            .put(rs.getString("field"), rs.getString("value"));
                });
        return values;
    }

    /** Puts these in the place of all that were known of their fields. */
    void replace(Map<PastValues, List<Period>> all) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        all.forEach((past, periods) -> periods.forEach(period -> rows.add(row(past, period))));
        String json = Json.write(rows);
        jdbc.sql("""
                        delete from record_periods p
                        using (select distinct r.record_id, r.field
                               from jsonb_to_recordset(cast(:rows as jsonb)) r (record_id uuid, field text)) given
                        where p.tenant_id = :tenant and p.record_id = given.record_id and p.field = given.field
                        """).param("tenant", tenant()).param("rows", json).update();
        jdbc.sql(
                        "insert into record_periods select * from jsonb_populate_recordset(null::record_periods, cast(:rows as jsonb))")
                .param("rows", json)
                .update();
    }

    private static Map<String, @Nullable Object> row(PastValues past, Period period) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("tenant_id", tenant().toString());
        row.put("id", Ids.next().toString());
        row.put("record_type", past.type());
        row.put("record_id", past.record().toString());
        row.put("field", past.field());
        row.put("value", period.value());
        row.put("entered_at", period.enteredAt().toString());
        row.put("left_at", period.leftAt() == null ? null : period.leftAt().toString());
        row.put(
                "person_id",
                period.personId() == null ? null : period.personId().toString());
        row.put("person_name", period.by());
        row.put("reason", period.reason());
        row.put("source", period.source());
        return row;
    }

    private static List<Map<String, @Nullable Object>> rows(List<Move> moves) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var move : moves) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("id", Ids.next().toString());
            row.put("record_type", move.type());
            row.put("record_id", move.record().toString());
            row.put("field", move.field());
            row.put("value", move.value());
            row.put("reason", move.reason());
            rows.add(row);
        }
        return rows;
    }

    private static Period period(ResultSet rs) throws SQLException {
        return new Period(
                rs.getString("value"),
                instant(rs, "entered_at"),
                rs.getObject("left_at") == null ? null : instant(rs, "left_at"),
                rs.getObject("person_id", UUID.class),
                rs.getString("person_name"),
                rs.getString("reason"),
                rs.getString("source"),
                rs.getObject("change_set_id", UUID.class));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
