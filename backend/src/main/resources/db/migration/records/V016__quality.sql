-- What reading the values of a record has shown, kept when it is written.
create table quality_findings (
    tenant_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    field text not null,
    code text not null,
    primary key (tenant_id, record_id, field, code)
);
create index quality_findings_code on quality_findings (tenant_id, record_type, code, record_id);
call protect_tenant_table('quality_findings');

-- The figures of large workspaces as they were last worked out, for a person or for all who see everything.
create table quality_snapshots (
    tenant_id uuid not null,
    whose text not null,
    as_of timestamptz not null,
    figures jsonb not null,
    primary key (tenant_id, whose)
);
call protect_tenant_table('quality_snapshots');
