create table imports (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    record_type text not null,
    file_name text not null,
    file_size bigint not null,
    status text not null,
    format jsonb not null,
    columns jsonb not null,
    row_count bigint not null,
    mapping jsonb,
    questions jsonb not null,
    match_keys jsonb not null,
    dry_run jsonb,
    job_id uuid,
    person_id uuid,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id)
);
create index imports_newest on imports (tenant_id, created_at desc, id);
call protect_tenant_table('imports');

-- What each batch did, written in its transaction.
create table import_batches (
    tenant_id uuid not null,
    id uuid not null,
    import_id uuid not null,
    number int not null,
    change_set_id uuid,
    creates bigint not null,
    updates bigint not null,
    unchanged bigint not null,
    refused bigint not null,
    waiting bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
call protect_tenant_table('import_batches');

create table import_refusals (
    tenant_id uuid not null,
    id uuid not null,
    import_id uuid not null,
    line bigint not null,
    field text,
    reason text not null,
    cells jsonb not null,
    primary key (tenant_id, id),
    unique (tenant_id, import_id, line),
    foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
call protect_tenant_table('import_refusals');

-- What people answered when a word of a file was not known.
create table import_answers (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    record_type text not null,
    field text not null,
    word text not null,
    value text not null,
    answered_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, record_type, field, word)
);
call protect_tenant_table('import_answers');
