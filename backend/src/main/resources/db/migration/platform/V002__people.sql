create table people (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    name text not null,
    email text not null,
    role text not null check (role in ('owner', 'admin', 'manager', 'member', 'viewer')),
    status text not null check (status in ('invited', 'active', 'deactivated')),
    title text,
    locale text,
    time_zone text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, email)
);
call protect_tenant_table('people');

create table feature_flags (
    tenant_id uuid not null references tenants (id),
    name text not null,
    enabled boolean not null,
    updated_at timestamptz not null,
    primary key (tenant_id, name)
);
call protect_tenant_table('feature_flags');
