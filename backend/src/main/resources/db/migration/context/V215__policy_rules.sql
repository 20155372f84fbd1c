-- What the live text of a policy entry became. Made from the entry in the transaction of its change, and again at will.
create table policy_clauses (
    tenant_id uuid not null,
    entry_id uuid not null,
    version bigint not null,
    title text not null,
    kind text not null,
    sensitivity text not null,
    clause text not null,
    why text,
    warnings jsonb not null,
    enforce text not null,
    live boolean not null,
    effective_from date,
    effective_to date,
    primary key (tenant_id, entry_id),
    foreign key (tenant_id, entry_id) references context_entries
);
call protect_tenant_table('policy_clauses');

create table policy_rules (
    tenant_id uuid not null,
    entry_id uuid not null,
    ordinal int not null,
    version bigint not null,
    kind text not null,
    cel text not null,
    outcome jsonb not null,
    readable text not null,
    span_start int not null,
    span_end int not null,
    warnings jsonb not null,
    primary key (tenant_id, entry_id, ordinal),
    foreign key (tenant_id, entry_id) references policy_clauses on delete cascade
);
call protect_tenant_table('policy_rules');

-- Which person acts in which role that policies name.
create table policy_roles (
    tenant_id uuid not null,
    role_key text not null,
    person_id uuid not null,
    primary key (tenant_id, role_key, person_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id)
);
call protect_tenant_table('policy_roles');
create index policy_roles_of_person on policy_roles (tenant_id, person_id);
