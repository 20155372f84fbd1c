package dev.windrose.crm;

import dev.windrose.platform.ActorScope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out when companies and people were last in contact with us. */
@Component
class LastContactStore {

    /** A record whose day of last contact is not what its interactions say. */
    record Moved(String type, UUID id, @Nullable LocalDate day) {}

    private final JdbcClient jdbc;

    LastContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Looks at everybody whom these interactions name or once named. A person's interactions are looked for at their company only, which an
     * index finds, and among the given ones.
     */
    List<Moved> moved(List<@Nullable UUID> interactions, LocalDate today) {
        return jdbc.sql("""
                        with touched as materialized (
                            select i.company_id as company, i.contacts from interactions i
                            where i.tenant_id = :tenant and i.id = any(:interactions)
                            union all
                            select cast(h.previous_values ->> 'company_id' as uuid), nullif(h.previous_values -> 'contacts', 'null')
                            from record_history h where h.tenant_id = :tenant and h.record_id = any(:interactions)),
                        people as materialized (
                            select distinct cast(id as uuid) as id from touched, jsonb_array_elements_text(contacts) named (id)),
                        latest as (
                            select 'company' as type, c.id, c.last_contact_date as known,
                                   (select max(i.date) from interactions i
                                    where i.tenant_id = :tenant and i.company_id = c.id and i.deleted_at is null
                                      and i.interaction_type <> 'note' and i.date <= :today) as day
                            from companies c
                            where c.tenant_id = :tenant and c.deleted_at is null and c.id in (select company from touched)
                            union all
                            select 'contact', p.id, p.last_contact_date, greatest(
                                   (select max(i.date) from interactions i
                                    where i.tenant_id = :tenant and i.company_id = p.company_id and i.deleted_at is null
                                      and i.interaction_type <> 'note' and i.date <= :today and i.contacts @> to_jsonb(p.id)),
                                   (select max(i.date) from interactions i
                                    where i.tenant_id = :tenant and i.id = any(:interactions) and i.deleted_at is null
                                      and i.interaction_type <> 'note' and i.date <= :today and i.contacts @> to_jsonb(p.id)))
                            from contacts p
                            where p.tenant_id = :tenant and p.deleted_at is null and p.id in (select id from people))
                        select type, id, day from latest where day is distinct from known order by type, id
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("interactions", interactions.toArray(UUID[]::new))
                .param("today", today)
                .query((rs, _) -> new Moved(
                        rs.getString("type"), rs.getObject("id", UUID.class), rs.getObject("day", LocalDate.class)))
                .list();
    }
}
