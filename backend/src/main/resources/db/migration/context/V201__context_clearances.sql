-- The highest sensitivity that a person may read, where it is not that of the role.
create table context_clearances (
    tenant_id uuid not null,
    person_id uuid not null,
    highest text not null,
    updated_at timestamptz not null,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references people (tenant_id, id)
);
call protect_tenant_table('context_clearances');
