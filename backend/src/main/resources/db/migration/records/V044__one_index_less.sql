-- Rows in the order of ids come from the primary key, and any index of the rows in use counts them: one index less to write with each change.
create or replace procedure finish_record_table(table_name text)
language plpgsql as $$
begin
    execute format('alter table %I add primary key (tenant_id, id)', table_name);
    call protect_tenant_table(table_name);
    call index_record_columns(table_name, 'created_at', 'updated_at', 'owner_id');
    execute format('create index %I on %I (tenant_id, deleted_at, id) where deleted_at is not null', table_name || '_bin', table_name);
end $$;

do $$
declare
    index_name text;
begin
    for index_name in
        select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        where t.relnamespace = current_schema()::regnamespace and i.relname = t.relname || '_live' and t.relname <> 'custom_record'
    loop
        execute format('drop index %I', index_name);
    end loop;
end $$;
