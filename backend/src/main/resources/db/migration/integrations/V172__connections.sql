-- Where messages come from. A removed connection stays, because what came through it stays.
create table connections (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    kind text not null,
    name text not null,
    settings jsonb not null,
    credential_id uuid,
    status text not null check (status in ('active', 'paused', 'removed')),
    shared boolean not null,
    owner_id uuid,
    problem text,
    failures int not null default 0,
    checkpoint jsonb,
    polled_at timestamptz,
    next_poll_at timestamptz,
    leased_until timestamptz,
    lease uuid,
    created_at timestamptz not null,
    created_by_name text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, credential_id) references credentials (tenant_id, id)
);
call protect_tenant_table('connections');

-- The ledger: everything that arrived, once, and what became of it.
create table received_messages (
    tenant_id uuid not null,
    id uuid not null,
    connection_id uuid not null,
    external_id text not null,
    arrived_at timestamptz not null,
    received_at timestamptz not null,
    day date not null,
    priority int not null,
    state text not null check (state in ('waiting', 'stored', 'excluded', 'failed')),
    reason text,
    detail text,
    attempts int not null default 0,
    requests int not null default 0,
    wanted boolean not null default false,
    shared boolean not null,
    kind text,
    message_id text,
    thread text,
    subject text,
    sender text,
    sender_name text,
    participants text[] not null default '{}',
    body text,
    edited_text text,
    content_type text not null,
    prompt_log_id uuid,
    done_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, connection_id, external_id),
    foreign key (tenant_id, connection_id) references connections (tenant_id, id)
);
create index received_messages_day on received_messages (tenant_id, connection_id, day, state);
create index received_messages_newest on received_messages (tenant_id, arrived_at desc, id desc);
create index received_messages_waiting on received_messages (tenant_id) where state = 'waiting';
create index received_messages_message on received_messages (tenant_id, message_id) where message_id is not null;
create index received_messages_thread on received_messages (tenant_id, thread) where thread is not null;
call protect_tenant_table('received_messages');

-- Word for word, as it arrived.
create table received_contents (
    tenant_id uuid not null,
    message_id uuid not null,
    content bytea not null,
    primary key (tenant_id, message_id),
    foreign key (tenant_id, message_id) references received_messages (tenant_id, id)
);
call protect_tenant_table('received_contents');

-- Counted at the door, apart from the ledger, so that a message missing there is noticed; and what the source itself says it has.
create table connection_days (
    tenant_id uuid not null,
    connection_id uuid not null,
    day date not null,
    received int not null default 0,
    announced int,
    primary key (tenant_id, connection_id, day),
    foreign key (tenant_id, connection_id) references connections (tenant_id, id)
);
call protect_tenant_table('connection_days');

-- Addresses and domains of which nothing is kept.
create table untracked_addresses (
    tenant_id uuid not null references tenants (id),
    address text not null,
    added_at timestamptz not null,
    added_by_name text not null,
    primary key (tenant_id, address)
);
call protect_tenant_table('untracked_addresses');

-- Which connections are due to be asked for news; names ids only.
create function connections_to_poll(now timestamptz) returns table (tenant_id uuid, id uuid, kind text)
language sql stable security definer set search_path = public, pg_temp as $$
    select c.tenant_id, c.id, c.kind from connections c
    where c.status = 'active' and c.next_poll_at <= now and (c.leased_until is null or c.leased_until < now)
    order by c.next_poll_at limit 200
$$;
revoke all on function connections_to_poll(timestamptz) from public;
grant execute on function connections_to_poll(timestamptz) to ${appRole};
