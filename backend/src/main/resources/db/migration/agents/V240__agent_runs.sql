-- Runs of agents tell their events in the same rows as runs of conversations.
alter table runs alter column thread_id drop not null;
alter table runs alter column message_id drop not null;

create table agent_runs (
    tenant_id uuid not null,
    id uuid not null,
    root_id uuid not null,
    parent_id uuid,
    parent_step text,
    job_id uuid not null,
    agent text not null,
    goal text not null,
    shape text not null check (shape in ('single', 'extract', 'loop', 'plan')),
    plan jsonb not null,
    status text not null check (status in ('running', 'waiting', 'done', 'failed', 'cancelled')),
    paused boolean not null default false,
    partial boolean not null default false,
    waits_for jsonb,
    result jsonb,
    error text,
    steps int not null default 0,
    tokens bigint not null default 0,
    cost bigint not null default 0,
    worked_ms bigint not null default 0,
    started_by uuid,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references runs,
    foreign key (tenant_id, root_id) references agent_runs,
    foreign key (tenant_id, parent_id) references agent_runs
);
create index agent_runs_newest on agent_runs (tenant_id, created_at desc, id desc);
create index agent_runs_person on agent_runs (tenant_id, started_by, created_at desc, id desc);
create index agent_runs_tree on agent_runs (tenant_id, root_id, created_at);
create unique index agent_runs_step on agent_runs (tenant_id, parent_id, parent_step) where parent_id is not null;
call protect_tenant_table('agent_runs');
comment on column agent_runs.cost is 'in millionths of the currency of the budget for language models';

-- What people answered. One answer to a question.
create table run_answers (
    tenant_id uuid not null,
    run_id uuid not null,
    question text not null,
    answer jsonb not null,
    person_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, run_id, question),
    foreign key (tenant_id, run_id) references agent_runs
);
call protect_tenant_table('run_answers');
