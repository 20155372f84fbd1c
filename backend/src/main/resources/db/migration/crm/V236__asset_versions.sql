-- The asset library: files that are kept for everybody, with what they are for, and the contents that a file had before.
alter table files
    add column library boolean,
    add column product_ids jsonb,
    add column entry_ids jsonb,
    add column version_number int;
call index_record_columns('files', 'library');

create table file_versions (
    tenant_id uuid not null,
    file_id uuid not null,
    number int not null,
    name text not null,
    content_type text not null,
    size bigint not null,
    content_hash text not null,
    width int,
    height int,
    thumbnail boolean not null,
    added_at timestamptz not null,
    added_by uuid,
    primary key (tenant_id, file_id, number),
    foreign key (tenant_id, file_id) references files (tenant_id, id) on delete cascade
);
create index file_versions_hash on file_versions (tenant_id, content_hash);
call protect_tenant_table('file_versions');
