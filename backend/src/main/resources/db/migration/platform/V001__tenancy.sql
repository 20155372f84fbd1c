-- The application role is made at start-up (DatabaseBootstrap) before migrations run; its name is a placeholder.

-- Turns a table into a tenant table: policy by tenant, forced also for the owner, rights for the application role.
create procedure protect_tenant_table(table_name text)
language plpgsql as $$
begin
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format($p$create policy tenant_rows on %I
        using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
        with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, table_name);
    execute format('grant select, insert, update, delete on %I to ${appRole}', table_name);
end $$;

-- A table without a tenant: reachable by the application as it is. Each is listed with its reason in TenantFreeTables.
create procedure open_tenant_free_table(table_name text)
language plpgsql as $$
begin
    execute format('grant select, insert, update, delete on %I to ${appRole}', table_name);
end $$;

create table tenants (
    id uuid primary key,
    name text not null,
    base_currency text not null,
    time_zone text not null,
    week_start text not null,
    fiscal_year_start_month int not null,
    created_at timestamptz not null
);
call open_tenant_free_table('tenants');
