-- Kinds that have another name now.
do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        update issues set issue_type = case issue_type when 'request' then 'feature_request' else 'outage' end
        where tenant_id = tenant and issue_type in ('request', 'incident');
        update projects set project_type = 'customer_success_program' where tenant_id = tenant and project_type = 'customer_onboarding';
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
