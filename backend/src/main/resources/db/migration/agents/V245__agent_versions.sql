-- How a workspace has set its agents up. Versions are added, never changed; what they say only takes away.
create table agent_versions (
    tenant_id uuid not null,
    agent text not null,
    number int not null check (number > 0),
    is_on boolean not null,
    tools jsonb,
    limits jsonb not null,
    why text,
    person_id uuid,
    person_name text not null,
    created_at timestamptz not null,
    primary key (tenant_id, agent, number)
);
call protect_tenant_table('agent_versions');
