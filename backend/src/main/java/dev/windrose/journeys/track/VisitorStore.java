package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was seen, and who it turned out to be. */
@Component
class VisitorStore {

    private final JdbcClient jdbc;

    VisitorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param email and user as the visitor was first called */
    record Visitor(
            UUID id,
            String name,
            @Nullable UUID contact,
            @Nullable UUID company,
            @Nullable String email,
            @Nullable String user) {}

    /** Nobody becomes somebody else while events are written that need to know who they are of. */
    void lock(boolean alone) {
        jdbc.sql(
                        alone
                                ? "select pg_advisory_xact_lock(hashtextextended('track_visitors ' || :tenant, 0))"
                                : "select pg_advisory_xact_lock_shared(hashtextextended('track_visitors ' || :tenant, 0))")
                .param("tenant", tenant().toString())
                .query(rs -> {});
    }

    Map<String, Visitor> find(Collection<String> names) {
        var found = new HashMap<String, Visitor>();
        jdbc.sql("""
                        select id, anonymous_id, contact_id, company_id, email_key, user_id from track_visitors
                        where tenant_id = :tenant and anonymous_id = any(:names)
                        """)
                .param("tenant", tenant())
                .param("names", names.toArray(String[]::new))
                .query(rs -> {
                    found.put(
                            rs.getString("anonymous_id"),
                            new Visitor(
                                    rs.getObject("id", UUID.class),
                                    rs.getString("anonymous_id"),
                                    rs.getObject("contact_id", UUID.class),
                                    rs.getObject("company_id", UUID.class),
                                    rs.getString("email_key"),
                                    rs.getString("user_id")));
                });
        return found;
    }

    /** @param ids of the names, in their order */
    void insert(List<String> names, List<UUID> ids, Instant now) {
        jdbc.sql("""
                        insert into track_visitors (tenant_id, id, anonymous_id, first_seen_at)
                        select :tenant, n.id, n.name, :now from unnest(:ids, :names) n (id, name)
                        on conflict (tenant_id, anonymous_id) do nothing
                        """)
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what visitors are called, unless they were called otherwise before. */
    void call(List<UUID> visitors, List<@Nullable String> emails, List<@Nullable String> users) {
        jdbc.sql("""
                        update track_visitors v set email_key = coalesce(v.email_key, n.email), user_id = coalesce(v.user_id, n.called)
                        from unnest(:ids, :emails, :users) n (id, email, called)
                        where v.tenant_id = :tenant and v.id = n.id
                            and (v.email_key is null and n.email is not null or v.user_id is null and n.called is not null)
                        """)
                .param("tenant", tenant())
                .param("ids", visitors.toArray(UUID[]::new))
                .param("emails", emails.toArray(String[]::new))
                .param("users", users.toArray(String[]::new))
                .update();
    }

    /** Those that nobody is known for, of these mail addresses or of these names in the source's own program. */
    List<UUID> unlinked(Collection<String> emails, Collection<String> users) {
        return jdbc.sql("""
                        select id from track_visitors where tenant_id = :tenant and contact_id is null and email_key = any(:emails)
                        union select id from track_visitors where tenant_id = :tenant and contact_id is null and user_id = any(:users)
                        """)
                .param("tenant", tenant())
                .param("emails", emails.toArray(String[]::new))
                .param("users", users.toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** Visitors are the people that were named. */
    List<UUID> link(List<UUID> visitors, List<UUID> contacts, Instant now) {
        return jdbc.sql("""
                        update track_visitors v set contact_id = p.id, company_id = p.company_id, linked_at = :now
                        from unnest(:visitors, :contacts) n (visitor, contact), contacts p
                        where v.tenant_id = :tenant and v.id = n.visitor and v.contact_id is null
                            and p.tenant_id = :tenant and p.id = n.contact and p.deleted_at is null
                        returning v.id
                        """)
                .param("tenant", tenant())
                .param("visitors", visitors.toArray(UUID[]::new))
                .param("contacts", contacts.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /** Visitors are the people with their mail address, or those whom another device of theirs was found to be of. */
    List<UUID> link(Collection<UUID> visitors, Instant now) {
        return jdbc.sql("""
                        update track_visitors v set contact_id = f.contact, company_id = f.company, linked_at = :now
                        from (
                            select distinct on (id) id, contact, company from (
                                select u.id, p.id as contact, p.company_id as company, 1 as rank
                                from track_visitors u join contacts p on p.tenant_id = :tenant and p.email_key = u.email_key and p.deleted_at is null
                                where u.tenant_id = :tenant and u.id = any(:visitors)
                                union all
                                select u.id, o.contact_id, o.company_id, 2
                                from track_visitors u join track_visitors o on o.tenant_id = :tenant and o.user_id = u.user_id
                                    and o.contact_id is not null
                                where u.tenant_id = :tenant and u.id = any(:visitors)) each
                            order by id, rank, contact) f
                        where v.tenant_id = :tenant and v.id = f.id and v.contact_id is null
                        returning v.id
                        """)
                .param("tenant", tenant())
                .param("visitors", visitors.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /** What linked visitors did before becomes what their contact did. */
    void spread(Collection<UUID> visitors) {
        jdbc.sql("""
                        update journey_events e set contact_id = v.contact_id, company_id = coalesce(e.company_id, v.company_id)
                        from track_visitors v
                        where e.tenant_id = :tenant and e.visitor_id = any(:visitors) and e.contact_id is null
                            and v.tenant_id = :tenant and v.id = e.visitor_id
                        """)
                .param("tenant", tenant())
                .param("visitors", visitors.toArray(UUID[]::new))
                .update();
    }

    /** The company of contacts became known: what their visitors did is what was done there. */
    void spreadCompanies(Collection<UUID> contacts) {
        jdbc.sql("""
                        with known as (
                            update track_visitors v set company_id = p.company_id from contacts p
                            where v.tenant_id = :tenant and v.contact_id = any(:contacts) and v.company_id is null
                                and p.tenant_id = :tenant and p.id = v.contact_id and p.company_id is not null
                            returning v.id, v.contact_id, p.company_id)
                        update journey_events e set company_id = k.company_id from known k
                        where e.tenant_id = :tenant and e.visitor_id = k.id and e.contact_id = k.contact_id and e.company_id is null
                        """)
                .param("tenant", tenant())
                .param("contacts", contacts.toArray(UUID[]::new))
                .update();
    }

    /** @return mail addresses of contacts, to look for visitors by */
    List<String> emails(Collection<UUID> contacts) {
        return jdbc.sql("""
                        select distinct p.email_key from contacts p
                        where p.tenant_id = :tenant and p.id = any(:contacts) and p.deleted_at is null and p.email_key is not null
                        """)
                .param("tenant", tenant())
                .param("contacts", contacts.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** @param column contact_id or company_id */
    List<String> move(String column, UUID from, UUID into) {
        return jdbc.sql(
                        "update track_visitors set %1$s = :into where tenant_id = :tenant and %1$s = :from returning id::text"
                                .formatted(column))
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .query(String.class)
                .list();
    }

    void back(String column, UUID from, UUID into, List<String> ids) {
        jdbc.sql("update track_visitors set %1$s = :from where tenant_id = :tenant and %1$s = :into and id = any(:ids)"
                        .formatted(column))
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
