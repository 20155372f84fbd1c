create table notes (
    like record_columns including defaults,
    record_type text not null,
    record_type_key text collate "C" not null,
    record_id text not null,
    record_id_key text collate "C" not null,
    title text,
    title_key text collate "C",
    body text not null,
    pinned boolean
);
call finish_record_table('notes');
call index_record_columns('notes', 'record_type_key', 'record_id_key', 'title_key', 'pinned');

create table competitors (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    website_url text,
    website_url_key text collate "C",
    description text,
    strengths text,
    weaknesses text
);
call finish_record_table('competitors');
call index_record_columns('competitors', 'name_key', 'website_url_key');

create table lost_reasons (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    description text,
    active boolean
);
call finish_record_table('lost_reasons');
call index_record_columns('lost_reasons', 'name_key', 'active');

create table tags (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    tone text,
    description text
);
call finish_record_table('tags');
call index_record_columns('tags', 'name_key', 'tone');

-- Every record can be tagged: those tables that are there, and those made like record_columns later.
do $$
declare
    table_name text;
begin
    for table_name in
        select c.relname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind = 'r' and (
            select count(*) from pg_attribute a
            where a.attrelid = c.oid and not a.attisdropped and a.attname in ('tenant_id', 'id', 'version', 'custom', 'provenance', 'deleted_at')) = 6
    loop
        execute format('alter table %I add column if not exists tags jsonb', table_name);
    end loop;
end $$;
