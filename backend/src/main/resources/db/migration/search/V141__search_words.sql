-- Words and phrases that mean the same in a workspace, in groups.
create table search_synonyms (
    tenant_id uuid not null,
    id uuid not null,
    position int not null,
    words jsonb not null,
    primary key (tenant_id, id)
);
call protect_tenant_table('search_synonyms');

-- What a person has opened, the newest two hundred records: searches put it first.
create table opened_records (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    times int not null,
    opened_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, record_type, record_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index opened_records_newest on opened_records (tenant_id, person_id, opened_at desc);
call protect_tenant_table('opened_records');
