-- Files on their way are copied into unlogged tables that only the importer's role reaches; COPY is refused where policies hold. The role is
-- bound by the same policies on every other table, and the application takes it for single statements.
create schema staging;
grant usage, create on schema staging to ${importerRole};

-- It may do to the tables what the application may.
do $$
declare
    held record;
begin
    for held in
        select table_name, string_agg(privilege_type, ', ') as rights from information_schema.role_table_grants
        where grantee = '${appRole}' and table_schema = 'public' group by table_name
    loop
        execute format('grant %s on %I to ${importerRole}', held.rights, held.table_name);
    end loop;
end $$;
grant usage on schema public to ${importerRole};

create or replace procedure protect_tenant_table(table_name text)
language plpgsql as $$
begin
    execute format('alter table %I enable row level security', table_name);
    execute format('alter table %I force row level security', table_name);
    execute format($p$create policy tenant_rows on %I
        using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
        with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)$p$, table_name);
    execute format('grant select, insert, update, delete on %I to ${appRole}, ${importerRole}', table_name);
end $$;

create or replace procedure open_tenant_free_table(table_name text)
language plpgsql as $$
begin
    execute format('grant select, insert, update, delete on %I to ${appRole}, ${importerRole}', table_name);
end $$;

alter table import_batches add column duplicates bigint not null default 0, add column review bigint not null default 0;
