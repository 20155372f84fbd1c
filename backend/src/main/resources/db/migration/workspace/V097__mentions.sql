-- Mentions of an earlier release, found by an index like those of today.
do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into record_values (tenant_id, record_type, field, value, record_id)
        select distinct c.tenant_id, 'comment', 'mentions', v.value, c.id
        from comments c cross join lateral jsonb_array_elements_text(c.mentions) v
        where c.tenant_id = tenant and jsonb_typeof(c.mentions) = 'array'
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
