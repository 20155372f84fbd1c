create table threads (
    tenant_id uuid not null,
    id uuid not null,
    title text,
    record_type text,
    record_id uuid,
    created_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);
create index threads_recent on threads (tenant_id, updated_at desc, id);
create index threads_record on threads (tenant_id, record_type, record_id, updated_at desc);
call protect_tenant_table('threads');

create table messages (
    tenant_id uuid not null,
    id uuid not null,
    thread_id uuid not null,
    role text not null,
    text text not null,
    parts jsonb not null default '[]',
    ui jsonb,
    author_id uuid,
    idempotency_key text,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, thread_id) references threads
);
create index messages_thread on messages (tenant_id, thread_id, created_at, id);
create unique index messages_once on messages (tenant_id, thread_id, idempotency_key) where idempotency_key is not null;
call protect_tenant_table('messages');

create table runs (
    tenant_id uuid not null,
    id uuid not null,
    thread_id uuid not null,
    message_id uuid not null,
    status text not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, thread_id) references threads,
    foreign key (tenant_id, message_id) references messages
);
create unique index runs_message on runs (tenant_id, message_id);
create index runs_thread on runs (tenant_id, thread_id, status);
call protect_tenant_table('runs');

-- Append-only: the stream, resuming it and later readers all read the same rows.
create table run_events (
    tenant_id uuid not null,
    run_id uuid not null,
    number int not null,
    name text not null,
    data jsonb not null,
    created_at timestamptz not null,
    primary key (tenant_id, run_id, number),
    foreign key (tenant_id, run_id) references runs
);
call protect_tenant_table('run_events');
