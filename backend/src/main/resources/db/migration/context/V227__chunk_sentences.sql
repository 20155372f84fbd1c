-- Of chunks of entries the vectors of single sentences, each under its title, by the hash of what the chunk says.
create table context_chunk_sentences (
    tenant_id uuid not null,
    hash text not null,
    encoder text not null,
    vectors bytea not null,
    primary key (tenant_id, hash, encoder)
);
call protect_tenant_table('context_chunk_sentences');
comment on column context_chunk_sentences.vectors is 'float32, the lowest byte first, one vector after another';
