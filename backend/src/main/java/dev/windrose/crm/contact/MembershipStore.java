package dev.windrose.crm.contact;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.change.AppliedChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people worked and work. */
@Component
class MembershipStore {

    private static final String CONTACTS = """
            from contacts c where c.tenant_id = :tenant and c.id = any(:contacts) and m.tenant_id = :tenant and m.contact_id = c.id
            """;

    /** In their order; an undo takes back what the undone change set began. */
    private static final List<String> STEPS =
            List.of("""
            delete from contact_memberships m using contacts c
            where c.tenant_id = :tenant and c.id = any(:contacts) and m.tenant_id = :tenant and m.contact_id = c.id and m.to_date is null
                and m.change_set_id = cast(:undone as uuid) and m.company_id is distinct from c.company_id
            """, """
            update contact_memberships m set to_date = null, left_change_set_id = null %s and m.company_id = c.company_id
                and m.left_change_set_id = cast(:undone as uuid) and not exists (select 1 from contact_memberships o
                    where o.tenant_id = :tenant and o.contact_id = c.id and o.to_date is null)
            """.formatted(CONTACTS), """
            update contact_memberships m set to_date = greatest(:today, m.from_date), left_change_set_id = :set %s
                and m.to_date is null and m.company_id is distinct from c.company_id
            """.formatted(CONTACTS), """
            update contact_memberships m set title = c.title %s and m.to_date is null and m.title is distinct from c.title
            """.formatted(CONTACTS), """
            insert into contact_memberships (tenant_id, id, contact_id, company_id, title, from_date, change_set_id, created_at)
            select c.tenant_id, gen_random_uuid(), c.id, c.company_id, c.title,
                   case when exists (select 1 from contact_memberships m where m.tenant_id = :tenant and m.contact_id = c.id) then :today end,
                   :set, cast(:at as timestamptz)
            from contacts c
            where c.tenant_id = :tenant and c.id = any(:contacts) and c.company_id is not null and not exists (
                select 1 from contact_memberships o where o.tenant_id = :tenant and o.contact_id = c.id and o.to_date is null)
            """);

    private final JdbcClient jdbc;
    private final AccessSql access;

    MembershipStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Of new contacts. */
    void begin(AppliedChange change, List<UUID> contacts, LocalDate today) {
        run(STEPS.subList(STEPS.size() - 1, STEPS.size()), change, contacts, today);
    }

    void follow(AppliedChange change, List<UUID> contacts, LocalDate today) {
        run(change.undone() == null ? STEPS.subList(2, STEPS.size()) : STEPS, change, contacts, today);
    }

    private void run(List<String> steps, AppliedChange change, List<UUID> contacts, LocalDate today) {
        var undone = change.undone();
        var params = new HashMap<String, @Nullable Object>();
        params.put("tenant", tenant());
        params.put("contacts", contacts.toArray(UUID[]::new));
        params.put("undone", undone == null ? null : undone.toString());
        params.put("set", change.id().value());
        params.put("today", today);
        params.put("at", change.at().toString());
        steps.forEach(step -> jdbc.sql(step).params(params).update());
    }

    /** The current one first, then the latest. */
    List<Membership> of(UUID contact) {
        return jdbc.sql(access.guard("""
                        select m.*, c.name as company_name from contact_memberships m
                        left join companies c on c.tenant_id = m.tenant_id and c.id = m.company_id{see:company:c}
                        where m.tenant_id = :tenant and m.contact_id = :contact
                        order by m.to_date desc nulls first, m.from_date desc nulls last, m.id
                        """))
                .param("tenant", tenant())
                .param("contact", contact)
                .query((rs, _) -> new Membership(
                        rs.getObject("id", UUID.class),
                        rs.getObject("company_id", UUID.class),
                        rs.getString("company_name"),
                        rs.getString("title"),
                        rs.getObject("from_date", LocalDate.class),
                        rs.getObject("to_date", LocalDate.class)))
                .list();
    }

    void insert(UUID contact, MembershipChange past, Instant at) {
        jdbc.sql("""
                        insert into contact_memberships (tenant_id, id, contact_id, company_id, title, from_date, to_date, created_at)
                        values (:tenant, :id, :contact, :company, :title, cast(:from as date), cast(:to as date), cast(:at as timestamptz))
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("contact", contact)
                .param("company", past.companyId())
                .param("title", past.title())
                .param("from", text(past.fromDate()))
                .param("to", text(past.toDate()))
                .param("at", at.toString())
                .update();
    }

    void update(UUID contact, Membership membership) {
        jdbc.sql("""
                        update contact_memberships set title = :title, from_date = cast(:from as date), to_date = cast(:to as date)
                        where tenant_id = :tenant and contact_id = :contact and id = :id
                        """)
                .param("tenant", tenant())
                .param("contact", contact)
                .param("id", membership.id())
                .param("title", membership.title())
                .param("from", text(membership.fromDate()))
                .param("to", text(membership.toDate()))
                .update();
    }

    /** Past ones of a contact become another's. */
    List<String> move(UUID from, UUID into) {
        return jdbc.sql("""
                        update contact_memberships set contact_id = :into
                        where tenant_id = :tenant and contact_id = :from and to_date is not null returning id::text
                        """)
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .query(String.class)
                .list();
    }

    void back(UUID from, UUID into, List<String> ids) {
        jdbc.sql("""
                        update contact_memberships set contact_id = :from
                        where tenant_id = :tenant and contact_id = :into and id = any(:ids)
                        """)
                .param("tenant", tenant())
                .param("from", from)
                .param("into", into)
                .param("ids", ids.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    void delete(UUID contact, UUID id) {
        jdbc.sql("delete from contact_memberships where tenant_id = :tenant and contact_id = :contact and id = :id")
                .param("tenant", tenant())
                .param("contact", contact)
                .param("id", id)
                .update();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
