-- What a workspace adds to the record types. A row of the kind "choices" adds values to a built-in choice field.
create table field_definitions (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    name text not null,
    label text not null,
    kind text not null,
    required boolean not null,
    is_unique boolean not null,
    default_value jsonb,
    choices jsonb not null default '[]',
    ref text,
    formula text,
    rollup jsonb,
    validation jsonb,
    help text not null,
    section text not null,
    filter boolean not null,
    sort boolean not null,
    list int not null,
    created_at timestamptz not null,
    removed_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, record_type, name)
);
call protect_tenant_table('field_definitions');

create table entity_definitions (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    plural text not null,
    label text not null,
    label_plural text not null,
    icon text not null,
    title_label text not null,
    created_at timestamptz not null,
    removed_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, name),
    unique (tenant_id, plural)
);
call protect_tenant_table('entity_definitions');

-- Records of the types that workspaces have added.
create table custom_record (
    like record_columns including defaults,
    entity_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, entity_id) references entity_definitions
);
call protect_tenant_table('custom_record');
create index custom_record_name on custom_record (tenant_id, entity_id, name_key, id) where deleted_at is null;
create index custom_record_created_at on custom_record (tenant_id, entity_id, created_at, id) where deleted_at is null;
create index custom_record_updated_at on custom_record (tenant_id, entity_id, updated_at, id) where deleted_at is null;
create index custom_record_owner_id on custom_record (tenant_id, entity_id, owner_id, id) where deleted_at is null;
create index custom_record_live on custom_record (tenant_id, entity_id, id) where deleted_at is null;
create index custom_record_bin on custom_record (tenant_id, entity_id, deleted_at, id) where deleted_at is not null;

-- Raised with each change of what the types of a workspace say, so that every process reads them again.
create table schema_versions (
    tenant_id uuid primary key,
    version bigint not null
);
call protect_tenant_table('schema_versions');

create table schema_changes (
    tenant_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor_name text not null,
    person_id uuid,
    summary text not null,
    subject text not null,
    subject_id uuid not null,
    before jsonb,
    after jsonb,
    impact jsonb not null,
    rolls_back uuid,
    rolled_back_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, rolls_back) references schema_changes
);
create index schema_changes_subject on schema_changes (tenant_id, subject_id, id);
call protect_tenant_table('schema_changes');

-- Writers of records share a lock; whoever changes the schema waits for them, and they for it. Volatile, so that the version is read after waiting.
create function hold_schema(tenant uuid) returns bigint
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(tenant::text, 42));
    return coalesce((select v.version from schema_versions v where v.tenant_id = tenant), 0);
end $$;

create function lock_schema(tenant uuid) returns void
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(tenant::text, 42));
end $$;
