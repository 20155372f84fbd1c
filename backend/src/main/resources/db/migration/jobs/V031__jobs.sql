create table jobs (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    type text not null,
    key text not null,
    status text not null check (status in ('queued', 'running', 'waiting', 'done', 'dead', 'cancelled', 'skipped')),
    priority int not null,
    actor jsonb not null,
    input jsonb not null,
    result jsonb,
    run_token uuid,
    failures int not null default 0,
    crashes int not null default 0,
    error text,
    cancel_requested boolean not null default false,
    progress_done bigint not null default 0,
    progress_total bigint,
    progress_message text,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    next_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, type, key)
);
create index jobs_status on jobs (tenant_id, status, created_at desc, id);
call protect_tenant_table('jobs');

-- What a step gave, written once, in the transaction of the step.
create table job_steps (
    tenant_id uuid not null,
    id uuid not null,
    job_id uuid not null,
    step text not null,
    result jsonb,
    finished_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, job_id, step),
    foreign key (tenant_id, job_id) references jobs (tenant_id, id) on delete cascade
);
call protect_tenant_table('job_steps');
