-- Without a row every role reads and writes every record of a type, as far as its permissions go.
create table access_rules (
    tenant_id uuid not null,
    record_type text not null,
    role text not null check (role in ('manager', 'member', 'viewer')),
    read_level text not null check (read_level in ('private', 'team', 'territory', 'everyone')),
    write_level text not null check (write_level in ('private', 'team', 'territory', 'everyone')),
    updated_at timestamptz not null,
    primary key (tenant_id, record_type, role)
);
call protect_tenant_table('access_rules');

-- Fields that people of some roles do not get to see.
create table field_masks (
    tenant_id uuid not null,
    record_type text not null,
    field text not null,
    role text not null check (role in ('manager', 'member', 'viewer')),
    updated_at timestamptz not null,
    primary key (tenant_id, record_type, field, role)
);
call protect_tenant_table('field_masks');

-- One record shown to a colleague or a team beyond what the rules allow.
create table record_shares (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    record_id uuid not null,
    person_id uuid,
    team_id uuid,
    level text not null check (level in ('read', 'write')),
    created_at timestamptz not null,
    created_by uuid,
    primary key (tenant_id, id),
    check ((person_id is null) <> (team_id is null)),
    unique nulls not distinct (tenant_id, record_id, record_type, person_id, team_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade,
    foreign key (tenant_id, team_id) references teams (tenant_id, id) on delete cascade
);
create index record_shares_by_person on record_shares (tenant_id, person_id, record_type, record_id) where person_id is not null;
create index record_shares_by_team on record_shares (tenant_id, team_id, record_type, record_id) where team_id is not null;
call protect_tenant_table('record_shares');
