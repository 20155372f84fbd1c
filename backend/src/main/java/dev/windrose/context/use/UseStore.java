package dev.windrose.context.use;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uses of entries. What it answers with is filtered by {@link SeenUses} before anybody is told. */
@Component
class UseStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    UseStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** A deal that was won after the first use of an entry for its account. */
    record Win(UUID entry, UUID deal, @Nullable String currency, long minor) {}

    /** Once more at the same place keeps the id. What is found in a text follows that text from then on. */
    void put(Use use, Instant at) {
        jdbc.sql("""
                        insert into context_uses (tenant_id, id, entry_id, entry_version, words, exact, kind, record_type, record_id, label, url, place,
                            person_id, company_id, used_on, still_out, source, created_at)
                        values (:tenant, :id, :entry, :version, :words, :exact, :kind, :type, :record, :label, :url, :place, :person, :company, :on,
                            :out, :source, :at)
                        on conflict (tenant_id, entry_id, place) do update set entry_version = excluded.entry_version, words = excluded.words,
                            exact = excluded.exact, label = excluded.label, company_id = excluded.company_id, used_on = excluded.used_on,
                            source = case when excluded.source = 'person' then context_uses.source else excluded.source end,
                            still_out = case when context_uses.words = excluded.words then context_uses.still_out else excluded.still_out end,
                            settled = case when context_uses.words = excluded.words then context_uses.settled end
                        """)
                .param("tenant", tenant())
                .param("id", use.id())
                .param("entry", use.entry())
                .param("version", use.version())
                .param("words", use.words())
                .param("exact", use.exact())
                .param("kind", use.in().kind())
                .param("type", use.in().recordType())
                .param("record", use.in().recordId())
                .param("label", use.in().label())
                .param("url", use.in().url())
                .param("place", use.in().key())
                .param("person", use.person())
                .param("company", use.company())
                .param("on", use.on())
                .param("out", use.out())
                .param("source", use.source())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what texts of these records used, but for these entries at each of them. */
    void keepOnly(String source, UUID record, Collection<UUID> entries) {
        jdbc.sql("""
                        delete from context_uses
                        where tenant_id = :tenant and source = :source and record_id = :record and entry_id <> all(:entries)
                        """)
                .param("tenant", tenant())
                .param("source", source)
                .param("record", record)
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }

    Optional<Use> find(UUID id) {
        return jdbc.sql("select * from context_uses where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> use(rs))
                .optional();
    }

    /** What was left is still out; what was corrected is not. */
    void settle(Settled settled, long version) {
        jdbc.sql("""
                        update context_uses set still_out = :out, settled = :as, settled_why = :why, settled_by = :by, settled_at = :at,
                            settled_version = :version
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", settled.use().id())
                .param("out", settled.as().equals(SettleUses.LEFT))
                .param("as", settled.as())
                .param("why", settled.why())
                .param("by", settled.by())
                .param("at", settled.at().atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
    }

    void reopen(UUID id) {
        jdbc.sql("""
                        update context_uses set still_out = true, settled = null where tenant_id = :tenant and id = :id and settled is not null
                        """).param("tenant", tenant()).param("id", id).update();
    }

    /** The latest first. */
    List<Settled> settled(int most) {
        return jdbc.sql("""
                        select * from context_uses where tenant_id = :tenant and settled is not null order by settled_at desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("most", most)
                .query((rs, _) -> new Settled(
                        use(rs),
                        rs.getString("settled"),
                        rs.getString("settled_why"),
                        rs.getObject("settled_by", UUID.class),
                        rs.getObject("settled_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What this account was told of these entries, the newest first. */
    List<Use> toldTo(UUID company, Collection<UUID> entries, int most) {
        return jdbc.sql("""
                        select * from context_uses where tenant_id = :tenant and company_id = :company and entry_id = any(:entries)
                        order by used_on desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("company", company)
                .param("entries", entries.toArray(UUID[]::new))
                .param("most", most)
                .query((rs, _) -> use(rs))
                .list();
    }

    void close(UUID id) {
        jdbc.sql("update context_uses set still_out = false where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** The newest first. */
    List<Use> of(Collection<UUID> entries, int most) {
        return jdbc.sql("""
                        select * from context_uses where tenant_id = :tenant and entry_id = any(:entries)
                        order by used_on desc, id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("entries", entries.toArray(UUID[]::new))
                .param("most", most)
                .query((rs, _) -> use(rs))
                .list();
    }

    /** Still out with words that no longer hold: of entries that say something else now, have ended or may not be cited any more. */
    List<Use> outdated(LocalDate today, int most) {
        return jdbc.sql(access.guard("""
                        select u.* from context_uses u
                        join context_entries e on e.tenant_id = u.tenant_id and e.id = u.entry_id
                        where u.tenant_id = :tenant and u.still_out and (e.title <> u.words or e.status <> 'live' or e.effective_to < :today
                            or e.deleted_at is not null or e.details ->> 'citation' = 'refused')
                            and not (u.settled is not null and u.settled_version = e.version)
                            {uses:context_entry:status,effective_to,details}{see:context_entry:e}
                        order by u.used_on desc, u.id desc limit :most
                        """))
                .param("tenant", tenant())
                .param("today", today)
                .param("most", most)
                .query((rs, _) -> use(rs))
                .list();
    }

    /** Of these uses those after which the account was in contact within so many days. */
    List<UUID> replied(Collection<UUID> uses, int days) {
        return jdbc.sql(access.guard("""
                        select u.id from context_uses u
                        where u.tenant_id = :tenant and u.id = any(:uses) and exists (
                            select 1 from interactions i
                            where i.tenant_id = :tenant and i.company_id = u.company_id and i.deleted_at is null and i.interaction_type <> 'note'
                                and i.date > u.used_on and i.date <= u.used_on + :days and i.id is distinct from u.record_id
                                {uses:interaction:company_id,interaction_type,date}{see:interaction:i})
                        """))
                .param("tenant", tenant())
                .param("uses", uses.toArray(UUID[]::new))
                .param("days", days)
                .query(UUID.class)
                .list();
    }

    /** Deals won since; without a day of signing the day on which the deal reached its stage counts. */
    List<Win> wins(Collection<UUID> uses) {
        return jdbc.sql(access.guard("""
                        with first as (
                            select u.entry_id, u.company_id, min(u.used_on) as used_on from context_uses u
                            where u.tenant_id = :tenant and u.id = any(:uses) and u.company_id is not null group by 1, 2)
                        select f.entry_id, d.id, {show:deal.deal_amount:d.deal_amount_currency} as currency,
                               coalesce({show:deal.deal_amount:d.deal_amount}, 0) as amount
                        from first f join deals d on d.tenant_id = :tenant and d.company_id = f.company_id and d.deal_state = 'won'
                            and d.deleted_at is null and coalesce(d.deal_signing_date, (
                                select cast(p.entered_at as date) from record_periods p
                                where p.tenant_id = :tenant and p.record_id = d.id and p.field = 'stage' and p.left_at is null)) >= f.used_on
                            {uses:deal:company_id,deal_state,deal_signing_date,stage}{see:deal:d}
                        """))
                .param("tenant", tenant())
                .param("uses", uses.toArray(UUID[]::new))
                .query((rs, _) ->
                        new Win(id(rs, "entry_id"), id(rs, "id"), rs.getString("currency"), rs.getLong("amount")))
                .list();
    }

    List<String> move(UUID company, UUID into) {
        return jdbc.sql("""
                        update context_uses set company_id = :into where tenant_id = :tenant and company_id = :company returning id::text
                        """)
                .param("tenant", tenant())
                .param("company", company)
                .param("into", into)
                .query(String.class)
                .list();
    }

    void back(UUID company, UUID into, List<String> uses) {
        jdbc.sql("""
                        update context_uses set company_id = :company
                        where tenant_id = :tenant and company_id = :into and id = any(:uses)
                        """)
                .param("tenant", tenant())
                .param("company", company)
                .param("into", into)
                .param("uses", uses.stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
    }

    private static Use use(ResultSet rs) throws SQLException {
        return new Use(
                id(rs, "id"),
                id(rs, "entry_id"),
                rs.getLong("entry_version"),
                rs.getString("words"),
                rs.getBoolean("exact"),
                new UsedIn(
                        rs.getString("kind"),
                        rs.getString("record_type"),
                        rs.getObject("record_id", UUID.class),
                        rs.getString("label"),
                        rs.getString("url")),
                rs.getObject("person_id", UUID.class),
                rs.getObject("company_id", UUID.class),
                rs.getObject("used_on", LocalDate.class),
                rs.getBoolean("still_out"),
                rs.getString("source"));
    }

    private static UUID id(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getObject(column, UUID.class));
    }

    static UUID next() {
        return Ids.next();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
