create table change_sets (
    tenant_id uuid not null,
    id uuid not null,
    status text not null,
    actor_kind text not null,
    actor_name text not null,
    person_id uuid,
    cause_kind text not null,
    cause_id text,
    summary text not null,
    reason text,
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid,
    undo_of uuid,
    undone_by uuid,
    operation_count int not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, undo_of) references change_sets
);
create index change_sets_status on change_sets (tenant_id, status, id);
call protect_tenant_table('change_sets');

create table change_operations (
    tenant_id uuid not null,
    id uuid not null,
    change_set_id uuid not null,
    position int not null,
    op text not null,
    record_type text not null,
    record_id uuid not null,
    record_title text not null,
    base_version bigint,
    fields jsonb not null,
    external_ids jsonb not null default '[]',
    evidence jsonb,
    confidence double precision,
    status text not null,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, change_set_id) references change_sets
);
create index change_operations_set on change_operations (tenant_id, change_set_id, position);
create index change_operations_record on change_operations (tenant_id, record_id, change_set_id);
call protect_tenant_table('change_operations');

create table record_history (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    record_id uuid not null,
    version bigint not null,
    at timestamptz not null,
    change_type text not null,
    change_category text not null,
    changed_fields jsonb not null,
    summary text not null,
    vector_searchable_text text not null,
    source text not null,
    user_id uuid,
    user_name text not null,
    previous_values jsonb not null,
    new_values jsonb not null,
    evidence jsonb,
    change_set_id uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, change_set_id) references change_sets
);
create index record_history_record on record_history (tenant_id, record_id, version desc);
call protect_tenant_table('record_history');

-- Answers of writes, so that a repeated request is answered instead of done again.
create table idempotency_keys (
    tenant_id uuid not null,
    key text not null,
    request_hash text not null,
    status int,
    answer jsonb,
    created_at timestamptz not null,
    primary key (tenant_id, key)
);
call protect_tenant_table('idempotency_keys');
