-- What is known of a file. The content lies in the data folder or in an object store, under its hash.
create table files (
    like record_columns including defaults,
    record_type text,
    record_type_key text collate "C",
    record_id text,
    record_id_key text collate "C",
    name text not null,
    name_key text collate "C" not null,
    content_type text,
    content_type_key text collate "C",
    size bigint,
    content_hash text,
    content_hash_key text collate "C",
    width int,
    height int,
    thumbnail boolean,
    erased_at timestamptz
);
call finish_record_table('files');
call index_record_columns('files', 'record_type_key', 'record_id_key', 'name_key', 'content_type_key', 'size', 'content_hash_key');
