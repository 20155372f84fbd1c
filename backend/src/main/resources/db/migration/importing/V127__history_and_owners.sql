-- Values that files of a set say of people of the other system, and how many past values each batch has loaded.
alter table import_sets add column owners jsonb not null default '[]';
alter table import_batches add column history bigint not null default 0;

-- What was known of the past of a field before an import replaced it, so that the import can be taken back.
create table import_pasts (
    tenant_id uuid not null,
    id uuid not null,
    import_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    field text not null,
    line bigint,
    entries int not null,
    added jsonb not null,
    before jsonb not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
create index import_pasts_of_import on import_pasts (tenant_id, import_id, id);
call protect_tenant_table('import_pasts');
