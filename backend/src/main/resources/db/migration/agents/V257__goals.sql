-- What people wanted done in conversations: one goal a message, and what came of it.
create table goals (
    tenant_id uuid not null,
    id uuid not null,
    thread_id uuid not null,
    message_id uuid not null,
    person_id uuid,
    said text not null,
    status text not null check (status in ('asked', 'told', 'shown', 'running', 'done', 'refused', 'cancelled')),
    replies jsonb not null,
    plan jsonb,
    notes jsonb,
    told jsonb not null,
    change_set_ids jsonb not null,
    run_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, message_id),
    foreign key (tenant_id, thread_id) references threads,
    foreign key (tenant_id, message_id) references messages,
    foreign key (tenant_id, run_id) references agent_runs
);
create index goals_thread on goals (tenant_id, thread_id, created_at);
create index goals_run on goals (tenant_id, run_id) where run_id is not null;
call protect_tenant_table('goals');
comment on column goals.said is 'the words of the goal; of an answer to a question those of the message before';
comment on column goals.told is 'the parts of the answer, told again where the message is answered again';
