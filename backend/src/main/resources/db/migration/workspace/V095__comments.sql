create table comments (
    like record_columns including defaults,
    record_type text not null,
    record_type_key text collate "C" not null,
    record_id text not null,
    record_id_key text collate "C" not null,
    body text not null,
    mentions jsonb,
    parent_id uuid
);
call finish_record_table('comments');
alter table comments add foreign key (tenant_id, parent_id) references comments;
call index_record_columns('comments', 'record_type_key', 'record_id_key', 'parent_id');
