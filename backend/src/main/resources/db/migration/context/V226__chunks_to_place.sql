-- Vectors that an index outside of this process does not have yet.
create index context_chunks_to_place on context_chunks (tenant_id, id) where placed is null and encoder is not null;
