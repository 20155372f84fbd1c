-- How many days messages are kept word for word. Without a row: for good.
create table message_retention (
    tenant_id uuid not null primary key references tenants (id),
    days int not null check (days between 1 and 3650)
);
call protect_tenant_table('message_retention');

-- When the words of a message were removed; the line stays, so that the sums do.
alter table received_messages add column removed_at timestamptz;
create index received_messages_kept on received_messages (tenant_id, arrived_at) where removed_at is null and state <> 'waiting';

-- Which workspaces keep messages for some days only; names ids only.
create function tenants_with_message_retention() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select tenant_id from message_retention
$$;
revoke all on function tenants_with_message_retention() from public;
grant execute on function tenants_with_message_retention() to ${appRole};
