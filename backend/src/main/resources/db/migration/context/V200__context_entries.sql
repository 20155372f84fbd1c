-- What the company knows and says: one record type for all categories, with the typed fields of a kind in details.
create table context_entries (
    like record_columns including defaults,
    title text not null,
    title_key text collate "C" not null,
    category text not null,
    kind text not null,
    status text,
    body text,
    details jsonb,
    audience text,
    language text,
    language_key text collate "C",
    sensitivity text,
    product_ids jsonb,
    segments jsonb,
    regions jsonb,
    effective_from date,
    effective_to date,
    source text,
    source_url text,
    tree_id uuid,
    parent_id uuid,
    position int,
    variant_of_id uuid,
    channel text,
    channel_key text collate "C"
);
call finish_record_table('context_entries');
alter table context_entries add foreign key (tenant_id, tree_id) references message_trees;
alter table context_entries add foreign key (tenant_id, parent_id) references context_entries;
alter table context_entries add foreign key (tenant_id, variant_of_id) references context_entries;
call index_record_columns('context_entries', 'title_key', 'category', 'kind', 'status', 'audience', 'language_key', 'sensitivity', 'effective_from',
    'effective_to', 'tree_id', 'parent_id', 'position', 'variant_of_id', 'channel_key');
create index context_entries_in_category on context_entries (tenant_id, category, status, id) where deleted_at is null;
