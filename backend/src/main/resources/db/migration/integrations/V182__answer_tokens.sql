-- By which token a source is answered, apart from the secret by which it proves itself.
create table connection_tokens (
    tenant_id uuid not null,
    connection_id uuid not null,
    credential_id uuid not null,
    primary key (tenant_id, connection_id),
    foreign key (tenant_id, connection_id) references connections (tenant_id, id),
    foreign key (tenant_id, credential_id) references credentials (tenant_id, id)
);
call protect_tenant_table('connection_tokens');
