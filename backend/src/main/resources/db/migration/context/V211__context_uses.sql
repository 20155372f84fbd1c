-- Where an entry was used, in which words. A place counts once for an entry.
create table context_uses (
    tenant_id uuid not null,
    id uuid not null,
    entry_id uuid not null,
    entry_version bigint not null,
    words text not null,
    exact boolean not null,
    kind text not null,
    record_type text,
    record_id uuid,
    label text not null,
    url text,
    place text collate "C" not null,
    person_id uuid,
    company_id uuid,
    used_on date not null,
    still_out boolean not null,
    source text not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, entry_id, place),
    foreign key (tenant_id, entry_id) references context_entries on delete cascade
);
create index context_uses_record on context_uses (tenant_id, record_id, source);
create index context_uses_company on context_uses (tenant_id, company_id);
create index context_uses_out on context_uses (tenant_id, used_on, id) where still_out;
call protect_tenant_table('context_uses');
