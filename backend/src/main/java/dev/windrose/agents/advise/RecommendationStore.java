package dev.windrose.agents.advise;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of recommendations. */
@Component
class RecommendationStore {

    private final JdbcClient jdbc;

    RecommendationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Recommendation> byIds(Collection<UUID> ids) {
        var found = new HashMap<UUID, Recommendation>();
        jdbc.sql("select * from recommendations where tenant_id = :tenant and id = any(cast(:ids as uuid[]))")
                .param("tenant", tenant())
                .param("ids", array(ids))
                .query((rs, _) -> row(rs))
                .list()
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    /** False where it was offered before. */
    boolean offer(Advice advice, Instant at) {
        return jdbc.sql("""
                        insert into recommendations (tenant_id, id, rule, record_type, record_id, company_id, status, first_offered_at)
                        values (:tenant, :id, :rule, :type, :record, :company, 'offered', :at)
                        on conflict (tenant_id, id) do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", advice.id())
                        .param("rule", advice.rule())
                        .param("type", advice.about().type())
                        .param("record", advice.about().id())
                        .param("company", advice.companyId())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void decide(
            UUID id,
            String status,
            @Nullable LocalDate until,
            @Nullable String why,
            @Nullable UUID task,
            @Nullable UUID changeSet,
            Instant at) {
        var person = ActorScope.current().rightsOf();
        jdbc.sql("""
                        update recommendations set status = :status, snoozed_until = cast(:until as date), why = :why, task_id = cast(:task as uuid),
                            change_set_id = cast(:set as uuid), person_id = cast(:person as uuid), decided_at = :at
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("status", status)
                .param("until", until, Types.DATE)
                .param("why", why, Types.VARCHAR)
                .param("task", task, Types.OTHER)
                .param("set", changeSet, Types.OTHER)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nothing calls any more for those of these accounts that are not named. */
    int gone(Collection<UUID> companies, Collection<UUID> standing, Instant at) {
        return jdbc.sql("""
                        update recommendations set cause_gone_at = :at
                        where tenant_id = :tenant and company_id = any(cast(:companies as uuid[])) and cause_gone_at is null
                            and not id = any(cast(:standing as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("companies", array(companies))
                .param("standing", array(standing))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By rule: offered, done, dismissed, and after how many that were done nothing called for them any more. */
    List<Outcome> outcomes() {
        return jdbc.sql("""
                        select rule, count(*) as offered, count(*) filter (where status = 'done') as done,
                               count(*) filter (where status = 'dismissed') as dismissed,
                               count(*) filter (where status = 'done' and cause_gone_at is not null) as worked,
                               count(*) filter (where status in ('offered', 'snoozed') and cause_gone_at is not null) as by_itself
                        from recommendations where tenant_id = :tenant group by rule order by rule
                        """)
                .param("tenant", tenant())
                .query((rs, _) -> new Outcome(
                        rs.getString("rule"),
                        rs.getLong("offered"),
                        rs.getLong("done"),
                        rs.getLong("dismissed"),
                        rs.getLong("worked"),
                        rs.getLong("by_itself")))
                .list();
    }

    /** Workspaces that have deals. */
    List<TenantId> tenants() {
        return jdbc.sql("select tenants_with_deals()").query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    private static Recommendation row(ResultSet rs) throws SQLException {
        return new Recommendation(
                rs.getObject("id", UUID.class),
                rs.getString("rule"),
                rs.getObject("company_id", UUID.class),
                rs.getString("status"),
                rs.getObject("snoozed_until", LocalDate.class),
                rs.getObject("task_id", UUID.class),
                rs.getObject("first_offered_at", OffsetDateTime.class).toInstant(),
                instant(rs, "decided_at"),
                instant(rs, "cause_gone_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** As PostgreSQL reads an array of ids. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
