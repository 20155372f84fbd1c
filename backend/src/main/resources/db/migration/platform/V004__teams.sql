-- Teams of colleagues. Who belongs to one sees what the team sees; the lead is a member.
create table teams (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    lead_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, name_key),
    foreign key (tenant_id, lead_id) references people (tenant_id, id)
);
call protect_tenant_table('teams');

create table team_members (
    tenant_id uuid not null,
    team_id uuid not null,
    person_id uuid not null,
    primary key (tenant_id, team_id, person_id),
    foreign key (tenant_id, team_id) references teams (tenant_id, id) on delete cascade,
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index team_members_by_person on team_members (tenant_id, person_id, team_id);
call protect_tenant_table('team_members');
