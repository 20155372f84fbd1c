-- The pipelines that a workspace made or changed. One that never did has the built-in one, which needs no row.
create table pipelines (
    tenant_id uuid not null,
    id uuid not null,
    key text not null,
    name text not null,
    is_default boolean not null,
    stages jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, key)
);
create unique index pipelines_default on pipelines (tenant_id) where is_default;
call protect_tenant_table('pipelines');

do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        update deals set pipeline = 'sales' where tenant_id = tenant and pipeline is null;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
