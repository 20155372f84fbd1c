-- Files that come in parts, kept until an import takes them.
create table uploads (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    file_name text not null,
    size bigint not null,
    part_size int not null,
    sha256 text,
    status text not null,
    person_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
call protect_tenant_table('uploads');

create table upload_parts (
    tenant_id uuid not null,
    upload_id uuid not null,
    number int not null,
    size int not null,
    sha256 text not null,
    primary key (tenant_id, upload_id, number),
    foreign key (tenant_id, upload_id) references uploads (tenant_id, id) on delete cascade
);
call protect_tenant_table('upload_parts');

-- Files of one upload, imported one after the other.
create table import_sets (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    notes jsonb not null,
    running boolean not null default false,
    person_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
call protect_tenant_table('import_sets');

alter table imports add column notes jsonb not null default '[]', add column sha256 text, add column set_id uuid, add column position int not null default 0,
    add foreign key (tenant_id, set_id) references import_sets (tenant_id, id);
create index imports_of_sets on imports (tenant_id, set_id, position) where set_id is not null;
