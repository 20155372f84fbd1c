-- Columns that every record table starts with: create table deals (like record_columns including defaults, ...).
create table record_columns (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    deleted_at timestamptz,
    owner_id uuid,
    custom jsonb not null default '{}',
    provenance jsonb not null default '{}',
    primary key (tenant_id, id)
);
call protect_tenant_table('record_columns');

-- One index (tenant_id, column, id) for each column that is filtered or sorted. Without binned rows, so that pages are read from the index alone.
create procedure index_record_columns(table_name text, variadic columns text[])
language plpgsql as $$
declare
    column_name text;
begin
    foreach column_name in array columns loop
        execute format('create index %I on %I (tenant_id, %I, id) where deleted_at is null', table_name || '_' || column_name, table_name, column_name);
    end loop;
end $$;

-- Primary key, policy and the indexes of the common columns.
create procedure finish_record_table(table_name text)
language plpgsql as $$
begin
    execute format('alter table %I add primary key (tenant_id, id)', table_name);
    call protect_tenant_table(table_name);
    call index_record_columns(table_name, 'created_at', 'updated_at', 'owner_id');
    execute format('create index %I on %I (tenant_id, id) where deleted_at is null', table_name || '_live', table_name);
    execute format('create index %I on %I (tenant_id, deleted_at, id) where deleted_at is not null', table_name || '_bin', table_name);
end $$;

create table external_ids (
    tenant_id uuid not null,
    record_type text not null,
    source text not null,
    external_id text not null,
    record_id uuid not null,
    primary key (tenant_id, record_type, source, external_id)
);
create index external_ids_record on external_ids (tenant_id, record_id);
call protect_tenant_table('external_ids');
