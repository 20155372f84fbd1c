package dev.windrose.crm.timeline;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query over history, interactions, objections and feedback; parts of kinds not wanted are not run. */
@Component
class TimelineStore {

    /** Derived fields move with the entries that cause them. */
    private static final String HISTORY = """
            select case when h.version > 1 and h.changed_fields @> '["customer_state"]' then 'state' else 'history' end as kind,
                   h.id, h.at, h.summary as title, null as text, h.user_id as by_id, h.user_name as by_name,
                   'company' as record_type, h.record_id, c.name as record_title,
                   jsonb_build_object('version', h.version, 'change_type', h.change_type, 'change_category', h.change_category,
                       'changed_fields', h.changed_fields, 'previous_values', h.previous_values, 'new_values', h.new_values,
                       'evidence', h.evidence, 'change_set_id', h.change_set_id, 'source', h.source) as details
            from record_history h join companies c on c.tenant_id = h.tenant_id and c.id = h.record_id
            where h.tenant_id = :tenant and h.record_id = :company and cast(:kinds as text[]) && array['history', 'state']
              and h.changed_fields <> '["last_contact_date"]'{see:company:c}
            """;

    private static final String DEALS = """
            select 'deal', h.id, h.at, h.summary, null, h.user_id, h.user_name, 'deal', d.id, coalesce(d.name, {show:deal.deal_id:d.deal_id}, 'Deal'),
                   jsonb_build_object('change_type', h.change_type, 'change_category', h.change_category, 'changed_fields', h.changed_fields,
                       'previous_values', h.previous_values, 'new_values', h.new_values, 'evidence', h.evidence,
                       'change_set_id', h.change_set_id, 'source', h.source)
            from deals d join record_history h on h.tenant_id = d.tenant_id and h.record_id = d.id
            where d.tenant_id = :tenant and d.company_id = :company and d.deleted_at is null and h.change_type = 'MAJOR'
              and 'deal' = any(cast(:kinds as text[])){uses:deal:company_id}{see:deal:d}
            """;

    /** An interaction stands at its day: at the moment it was written down if that was the same day, else at noon. */
    private static final String INTERACTIONS = """
            select 'interaction', i.id,
                   case when i.date is null or i.date = cast(i.created_at at time zone 'UTC' as date) then i.created_at
                        else coalesce(({show:interaction.date:i.date} + time '12:00') at time zone 'UTC', i.created_at) end,
                   coalesce(i.subject, 'Interaction'), i.body, i.created_by, null, 'interaction', i.id, coalesce(i.subject, 'Interaction'),
                   jsonb_build_object('interaction_type', i.interaction_type, 'date', i.date, 'channel', i.channel, 'deal_id', i.deal_id,
                       'contacts', (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name))
                                    from jsonb_array_elements_text(i.contacts) named (id)
                                    join contacts c on c.tenant_id = :tenant and c.id = cast(named.id as uuid){see:contact:c}))
            from interactions i
            where i.tenant_id = :tenant and i.company_id = :company and i.deleted_at is null and 'interaction' = any(cast(:kinds as text[]))
              {uses:interaction:company_id}{see:interaction:i}
            """;

    private static final String OBJECTIONS = """
            select 'objection', o.id, o.created_at, o.text, o.response, o.created_by, null, 'objection', o.id, o.text,
                   jsonb_build_object('category', o.category, 'competitor', o.competitor, 'status', o.status, 'deal_id', o.deal_id,
                       'contact_id', o.contact_id)
            from objections o
            where o.tenant_id = :tenant and o.company_id = :company and o.deleted_at is null and 'objection' = any(cast(:kinds as text[]))
              {uses:objection:company_id}{see:objection:o}
            """;

    private static final String FEEDBACK = """
            select 'feedback', f.id, f.created_at, f.summary, f.body, f.created_by, null, 'feedback', f.id, f.summary,
                   jsonb_build_object('sentiment', f.sentiment, 'product_id', f.product_id, 'contact_id', f.contact_id)
            from feedback f
            where f.tenant_id = :tenant and f.company_id = :company and f.deleted_at is null and 'feedback' = any(cast(:kinds as text[]))
              {uses:feedback:company_id}{see:feedback:f}
            """;

    private static final String ALL =
            "select * from (" + String.join("union all\n", HISTORY, DEALS, INTERACTIONS, OBJECTIONS, FEEDBACK)
                    + ") entries\n" + "where kind = any(cast(:kinds as text[])) and " + TimelineQuery.BELOW
                    + "\norder by at desc, id desc limit :limit";

    private final JdbcClient jdbc;
    private final AccessSql access;

    TimelineStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    List<TimelineItem> entries(TimelineQuery query) {
        return jdbc.sql(access.guard(ALL))
                .param("tenant", ActorScope.current().tenant().value())
                .params(query.parameters())
                .query((rs, _) -> TimelineItem.of(rs))
                .list();
    }
}
