package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events that follow from the record: a period of a stage or state is one, and so is the making of a contact. */
@Component
class RecordEventStore {

    private static final String DEALS = """
            select p.id, p.entered_at, 'deal.' || case when d.pipeline || '/' || p.value = any(:won) then 'won'
                    when d.pipeline || '/' || p.value = any(:lost) then 'lost' else p.value end as kind,
                'sales_led' as journey, d.company_id, cast(null as uuid) as contact_id, d.id as deal_id, d.product_id,
                d.acquisition_channel_source as channel, d.acquisition_campaign_source as campaign, c.country_hq as country,
                c.customer_segment_label as segment, d.deal_amount as amount,
                case when d.deal_amount is not null then d.deal_amount_currency end as currency,
                jsonb_build_object('stage', p.value) as properties, p.change_set_id
            from deals d
            join record_periods p on p.tenant_id = :tenant and p.record_id = d.id and p.record_type = 'deal' and p.field = 'stage'
            left join companies c on c.tenant_id = :tenant and c.id = d.company_id
            where d.tenant_id = :tenant and d.id = any(:ids) and d.deleted_at is null
            """;
    private static final String COMPANIES = """
            select p.id, p.entered_at, 'company.' || p.value as kind, cast(null as text) as journey, c.id as company_id,
                cast(null as uuid) as contact_id, cast(null as uuid) as deal_id, cast(null as uuid) as product_id, cast(null as text) as channel,
                cast(null as text) as campaign, c.country_hq as country, c.customer_segment_label as segment, cast(null as bigint) as amount,
                cast(null as text) as currency, '{}'::jsonb as properties, p.change_set_id
            from companies c
            join record_periods p on p.tenant_id = :tenant and p.record_id = c.id and p.record_type = 'company' and p.field = 'customer_state'
            where c.tenant_id = :tenant and c.id = any(:ids) and c.deleted_at is null
            """;
    private static final String CONTACTS = """
            select p.id, p.created_at as entered_at, 'contact.created' as kind, cast(null as text) as journey, p.company_id,
                p.id as contact_id, cast(null as uuid) as deal_id, cast(null as uuid) as product_id, cast(null as text) as channel,
                cast(null as text) as campaign, c.country_hq as country, c.customer_segment_label as segment, cast(null as bigint) as amount,
                cast(null as text) as currency, '{}'::jsonb as properties, cast(null as uuid) as change_set_id
            from contacts p left join companies c on c.tenant_id = :tenant and c.id = p.company_id
            where p.tenant_id = :tenant and p.id = any(:ids) and p.deleted_at is null
            """;
    private static final String INTERACTIONS = """
            select i.id, case when cast(i.created_at at time zone :zone as date) = i.date then i.created_at
                    else (i.date + time '12:00') at time zone :zone end as entered_at,
                'interaction.' || i.interaction_type as kind, cast(null as text) as journey, coalesce(i.company_id, d.company_id) as company_id,
                cast(null as uuid) as contact_id, i.deal_id, d.product_id, i.channel, cast(null as text) as campaign, c.country_hq as country,
                c.customer_segment_label as segment, cast(null as bigint) as amount, cast(null as text) as currency, '{}'::jsonb as properties,
                cast(null as uuid) as change_set_id
            from interactions i
            left join deals d on d.tenant_id = :tenant and d.id = i.deal_id
            left join companies c on c.tenant_id = :tenant and c.id = coalesce(i.company_id, d.company_id)
            where i.tenant_id = :tenant and i.id = any(:ids) and i.deleted_at is null and i.interaction_type <> 'note' and i.date is not null
            """;

    /** Writes what is new or changed and takes back what no longer follows, in one statement. */
    private static final String KEEP = """
            with told as materialized (%s),
            gone as (
                update journey_events e set taken_back = true
                where e.tenant_id = :tenant and e.source = 'record' and not e.taken_back
                    and %s and e.id not in (select id from told))
            insert into journey_events as k (tenant_id, id, occurred_at, kind, journey_type, company_id, contact_id, deal_id, product_id, channel,
                campaign, country, segment, amount, amount_currency, properties, source, source_key, change_set_id, recorded_at)
            select :tenant, id, entered_at, kind, journey, company_id, contact_id, deal_id, product_id, channel, campaign, country, segment, amount,
                currency, properties, 'record', null, change_set_id, :now
            from told
            on conflict (tenant_id, id) do update set occurred_at = excluded.occurred_at, kind = excluded.kind, company_id = excluded.company_id,
                deal_id = excluded.deal_id, product_id = excluded.product_id, channel = excluded.channel, campaign = excluded.campaign,
                country = excluded.country, segment = excluded.segment, amount = excluded.amount, amount_currency = excluded.amount_currency,
                properties = excluded.properties, taken_back = false
            where (k.occurred_at, k.kind, k.company_id, k.deal_id, k.product_id, k.channel, k.campaign, k.country, k.segment, k.amount,
                    k.amount_currency, k.taken_back) is distinct from (excluded.occurred_at, excluded.kind, excluded.company_id, excluded.deal_id,
                    excluded.product_id, excluded.channel, excluded.campaign, excluded.country, excluded.segment, excluded.amount,
                    excluded.amount_currency, false)
            """;

    private final JdbcClient jdbc;

    RecordEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param won and lost pipeline and stage, as {@code sales/won} */
    void deals(Collection<UUID> ids, Collection<String> won, Collection<String> lost, Instant now) {
        keep(DEALS, "e.deal_id = any(:ids) and e.kind like 'deal.%'", ids, now)
                .param("won", won.toArray(String[]::new))
                .param("lost", lost.toArray(String[]::new))
                .update();
    }

    void companies(Collection<UUID> ids, Instant now) {
        keep(COMPANIES, "e.company_id = any(:ids) and e.kind like 'company.%'", ids, now)
                .update();
    }

    void contacts(Collection<UUID> ids, Instant now) {
        keep(CONTACTS, "e.id = any(:ids)", ids, now).update();
    }

    void interactions(Collection<UUID> ids, String zone, Instant now) {
        keep(INTERACTIONS, "e.id = any(:ids)", ids, now).param("zone", zone).update();
    }

    private JdbcClient.StatementSpec keep(String told, String owned, Collection<UUID> ids, Instant now) {
        return jdbc.sql(KEEP.formatted(told, owned))
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** The next ids of a table, in their order, to be gone through. */
    List<UUID> next(String table, @Nullable UUID after, int most) {
        return jdbc.sql("select t.id from %s t where t.tenant_id = :tenant and t.id > :after order by t.id limit :most"
                        .formatted(table))
                .param("tenant", tenant())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
