-- Lists find deals without a next step, as the first page counts them.
alter table deals add column next_step_key text collate "C";
do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        update deals set next_step_key = left(btrim(regexp_replace(lower(regexp_replace(
            normalize(next_step, NFKD), '[\u0300-\u036f]', '', 'g')), '\s+', ' ', 'g')), 399)
        where tenant_id = tenant and next_step is not null;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
call index_record_columns('deals', 'next_step_key');
