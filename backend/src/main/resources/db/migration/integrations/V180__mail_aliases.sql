-- Further addresses of somebody who is known by another one.
create table mail_aliases (
    tenant_id uuid not null references tenants (id),
    address text not null,
    same_as text not null,
    added_at timestamptz not null,
    added_by_name text not null,
    primary key (tenant_id, address)
);
call protect_tenant_table('mail_aliases');
