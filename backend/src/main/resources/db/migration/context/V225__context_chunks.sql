-- Pieces of texts by which questions are answered, with the vector of each. All of it can be made again from the records.
create table context_chunks (
    tenant_id uuid not null,
    id uuid not null,
    source_type text not null,
    source_id uuid not null,
    version bigint not null,
    ordinal int not null,
    field text not null,
    heading text not null,
    text text not null,
    hash text not null,
    -- The same for all chunks of a source; another one means that the source has changed.
    stamp text not null,
    sensitivity text not null check (sensitivity in ('public', 'internal', 'confidential')),
    category text,
    products jsonb not null,
    segments jsonb not null,
    language text,
    live boolean not null,
    effective_from date,
    effective_to date,
    encoder text,
    vector bytea,
    -- The index outside of this process in which it is, if there is one.
    placed text,
    primary key (tenant_id, id),
    check ((encoder is null) = (vector is null))
);
create index context_chunks_source on context_chunks (tenant_id, source_type, source_id);
create index context_chunks_hash on context_chunks (tenant_id, hash);
call protect_tenant_table('context_chunks');
comment on column context_chunks.vector is 'float32, the lowest byte first';

-- Chunks that are gone here and still have to leave an index outside of this process.
create table context_chunk_leftovers (
    tenant_id uuid not null,
    id uuid not null,
    placed text not null,
    primary key (tenant_id, id)
);
call protect_tenant_table('context_chunk_leftovers');
