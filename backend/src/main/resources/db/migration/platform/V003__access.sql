-- One row for each person who may sign in. A password belongs to one workspace, so that no workspace can reset the password of another.
create table identities (
    id uuid primary key,
    tenant_id uuid not null,
    person_id uuid not null,
    email text not null,
    password_hash text,
    signed_in_at timestamptz,
    unique (tenant_id, person_id),
    unique (email, tenant_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
call open_tenant_free_table('identities');

create table sessions (
    hash bytea primary key,
    tenant_id uuid not null,
    person_id uuid not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index sessions_by_person on sessions (tenant_id, person_id);
call open_tenant_free_table('sessions');

create table api_tokens (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    name text not null,
    person_id uuid,
    scopes text[] not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index api_tokens_by_person on api_tokens (tenant_id, person_id);
call protect_tenant_table('api_tokens');

create table api_token_hashes (
    hash bytea primary key,
    tenant_id uuid not null,
    token_id uuid not null,
    unique (tenant_id, token_id),
    foreign key (tenant_id, token_id) references api_tokens (tenant_id, id) on delete cascade
);
call open_tenant_free_table('api_token_hashes');

-- A set-up link has no workspace yet; the others name a person.
create table one_time_links (
    hash bytea primary key,
    kind text not null check (kind in ('setup', 'invite', 'reset', 'sign_in')),
    tenant_id uuid,
    person_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    check ((kind = 'setup') = (tenant_id is null)),
    check ((tenant_id is null) = (person_id is null)),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index one_time_links_by_person on one_time_links (tenant_id, person_id);
call open_tenant_free_table('one_time_links');
