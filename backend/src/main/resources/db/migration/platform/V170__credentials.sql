-- Passwords and tokens of services outside. The key lies in a file of the process or in its settings, never in the database.
create table credentials (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    kind text not null,
    name text not null,
    key_id text not null,
    sealed bytea not null,
    last_four text not null,
    set_at timestamptz not null,
    set_by uuid,
    set_by_name text not null,
    primary key (tenant_id, id)
);
call protect_tenant_table('credentials');

-- What a change of the key has still to seal anew; names ids only.
create function credentials_of_other_keys(current_key text) returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.tenant_id, c.id from credentials c where c.key_id <> current_key
$$;
revoke all on function credentials_of_other_keys(text) from public;
grant execute on function credentials_of_other_keys(text) to ${appRole};
