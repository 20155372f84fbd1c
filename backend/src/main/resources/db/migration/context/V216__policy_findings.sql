-- An entry that goes for good takes what its text became along.
alter table policy_clauses drop constraint policy_clauses_tenant_id_entry_id_fkey;
alter table policy_clauses add foreign key (tenant_id, entry_id) references context_entries on delete cascade;

-- A clause that a model has read: what it is held to stands in the rules, this says where they come from.
alter table policy_clauses add column read_by text not null default 'grammar' check (read_by in ('grammar', 'model'));

-- Those from before are compared when somebody looks.
alter table policy_clauses add column compared boolean not null default false;

-- How two policies that are live stand to each other. Made anew for a policy whenever its rules are.
create table policy_findings (
    tenant_id uuid not null,
    entry_id uuid not null,
    other_id uuid not null,
    finding text not null check (finding in ('conflict', 'gap', 'overlap')),
    example jsonb not null,
    primary key (tenant_id, entry_id, other_id),
    foreign key (tenant_id, entry_id) references policy_clauses on delete cascade,
    foreign key (tenant_id, other_id) references policy_clauses on delete cascade
);
create index policy_findings_of_other on policy_findings (tenant_id, other_id);
call protect_tenant_table('policy_findings');
