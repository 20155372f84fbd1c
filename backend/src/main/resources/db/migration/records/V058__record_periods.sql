-- How long a field of a record had which value: stages, states, owners. Written in the transaction of the change.
create table record_periods (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    record_id uuid not null,
    field text not null,
    value text not null,
    entered_at timestamptz not null,
    left_at timestamptz,
    person_id uuid,
    person_name text not null,
    reason text,
    source text not null,
    change_set_id uuid,
    left_change_set_id uuid,
    primary key (tenant_id, id),
    check (left_at is null or left_at >= entered_at)
);
create index record_periods_record on record_periods (tenant_id, record_id, field, entered_at, id);
create unique index record_periods_current on record_periods (tenant_id, record_id, field) where left_at is null;
create index record_periods_value on record_periods (tenant_id, record_type, field, value, entered_at);
call protect_tenant_table('record_periods');
