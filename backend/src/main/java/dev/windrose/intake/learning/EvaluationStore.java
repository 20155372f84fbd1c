package dev.windrose.intake.learning;

import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was read, written, corrected and taken back, counted. */
@Component
class EvaluationStore {

    private final JdbcClient jdbc;

    EvaluationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param entity null for counts of messages */
    record Count(
            LocalDate week,
            String engine,
            @Nullable String entity,
            @Nullable String field,
            String what,
            long count) {}

    List<Count> messages(Instant from, Instant to) {
        return counts("""
                        select cast(date_trunc('week', d.created_at at time zone 'UTC') as date) as week,
                            coalesce(d.decision ->> 'engine', 'embedded') as engine, null as entity, null as field,
                            case when d.decision ->> 'clarify' = 'true' then 'asked' else 'read' end as what, count(*) as n
                        from intake_decisions d
                        where d.tenant_id = :tenant and d.created_at >= :from and d.created_at < :to
                        group by 1, 2, 5
                        """, from, to);
    }

    /** Values of change sets that messages led to, by what became of them. */
    List<Count> values(Instant from, Instant to) {
        return counts("""
                        select cast(date_trunc('week', d.created_at at time zone 'UTC') as date) as week,
                            coalesce(d.decision ->> 'engine', 'embedded') as engine, o.record_type as entity, f.value ->> 'field' as field,
                            case when o.op = 'create' and o.status = 'applied' and exists (
                                select 1 from change_operations x join change_sets s on s.tenant_id = :tenant and s.id = x.change_set_id
                                where x.tenant_id = :tenant and x.record_id = o.record_id and x.op = 'delete' and x.status = 'applied'
                                    and s.cause_kind = 'message' and s.undone_by is null) then 'undone' else o.status end as what, count(*) as n
                        from intake_decisions d
                        join change_operations o on o.tenant_id = :tenant and o.change_set_id in (d.change_set_id, d.proposed_change_set_id)
                        cross join lateral jsonb_array_elements(o.fields) f
                        where d.tenant_id = :tenant and d.created_at >= :from and d.created_at < :to
                            and o.status in ('applied', 'undone', 'refused')
                        group by 1, 2, 3, 4, 5
                        """, from, to);
    }

    /** A field corrected twice counts once. */
    List<Count> corrections(Instant from, Instant to) {
        return counts("""
                        select cast(date_trunc('week', e.read_at at time zone 'UTC') as date) as week, e.engine, e.entity, e.field,
                            'corrected' as what, count(distinct (e.prompt_log_id, e.record_id)) as n
                        from intake_examples e
                        where e.tenant_id = :tenant and e.read_at >= :from and e.read_at < :to and e.kind in ('value', 'corrected')
                            and e.field is not null
                            and not exists (select 1 from change_sets s where s.tenant_id = :tenant and s.id = e.change_set_id
                                and s.undone_by is not null)
                        group by 1, 2, 3, 4
                        """, from, to);
    }

    /** How many examples change readings, and how often they did. */
    long[] examples() {
        return jdbc.sql("""
                        select count(*) filter (where e.forgotten_at is null and e.kind <> 'corrected'), coalesce(sum(e.used), 0)
                        from intake_examples e where e.tenant_id = :tenant
                        """)
                .param("tenant", tenant())
                .query((rs, _) -> new long[] {rs.getLong(1), rs.getLong(2)})
                .single();
    }

    private List<Count> counts(String sql, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("tenant", tenant())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((rs, _) -> new Count(
                        rs.getObject("week", LocalDate.class),
                        rs.getString("engine"),
                        rs.getString("entity"),
                        rs.getString("field"),
                        rs.getString("what"),
                        rs.getLong("n")))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
