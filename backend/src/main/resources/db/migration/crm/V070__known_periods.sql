-- What the history of records tells of stages, states and owners before their periods were kept.
do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into record_periods (tenant_id, id, record_type, record_id, field, value, entered_at, left_at, person_id, person_name, reason,
            source, change_set_id, left_change_set_id)
        select tenant, gen_random_uuid(), record_type, record_id, field, value, entered_at, left_at, user_id, user_name, reason, source,
               change_set_id, left_change_set_id
        from (
            select h.record_type, h.record_id, kept.field, h.new_values ->> kept.field as value,
                   max(h.at) over earlier as entered_at,
                   case when lead(h.at) over later is not null then greatest(max(h.at) over earlier, lead(h.at) over later) end as left_at,
                   h.user_id, h.user_name, h.evidence ->> 'quote' as reason, h.source, h.change_set_id,
                   lead(h.change_set_id) over later as left_change_set_id
            from record_history h
            join (values ('deal', 'stage'), ('deal', 'owner_id'), ('company', 'customer_state'), ('company', 'owner_id')) kept (type, field)
                on kept.type = h.record_type
            where h.tenant_id = tenant and h.changed_fields ? kept.field
            window earlier as (partition by h.record_id, kept.field order by h.version rows between unbounded preceding and current row),
                   later as (partition by h.record_id, kept.field order by h.version)) told
        where value is not null;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
