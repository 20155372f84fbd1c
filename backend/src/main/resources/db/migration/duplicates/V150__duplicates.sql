-- Keys by which records that may be the same find each other.
create table duplicate_keys (
    tenant_id uuid not null,
    record_type text not null,
    key text collate "C" not null,
    record_id uuid not null,
    primary key (tenant_id, record_type, key, record_id)
);
create index duplicate_keys_record on duplicate_keys (tenant_id, record_id);
call protect_tenant_table('duplicate_keys');

-- Pairs that may be the same; the lesser id first. A dismissed pair stays, so that it is not proposed again.
create table duplicate_candidates (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    record_a uuid not null,
    record_b uuid not null,
    score double precision not null,
    findings jsonb not null,
    status text not null check (status in ('open', 'merged', 'dismissed')),
    decided_by uuid,
    decided_at timestamptz,
    merge_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, record_type, record_a, record_b),
    check (record_a < record_b)
);
create index duplicate_candidates_queue on duplicate_candidates (tenant_id, status, score desc, id);
create index duplicate_candidates_a on duplicate_candidates (tenant_id, record_a);
create index duplicate_candidates_b on duplicate_candidates (tenant_id, record_b);
create index duplicate_candidates_merge on duplicate_candidates (tenant_id, merge_id) where merge_id is not null;
call protect_tenant_table('duplicate_candidates');

-- Without a row a type has what the product sets.
create table duplicate_settings (
    tenant_id uuid not null,
    record_type text not null,
    enabled boolean not null,
    auto_merge_above double precision check (auto_merge_above between 0.5 and 1),
    review_above double precision not null check (review_above between 0 and 1),
    survivorship jsonb not null default '{}',
    updated_at timestamptz not null,
    primary key (tenant_id, record_type)
);
call protect_tenant_table('duplicate_settings');

-- What the decisions of a workspace have taught.
create table duplicate_weights (
    tenant_id uuid not null,
    record_type text not null,
    factors jsonb not null,
    shift double precision not null,
    decisions int not null,
    in_use boolean not null,
    updated_at timestamptz not null,
    primary key (tenant_id, record_type)
);
call protect_tenant_table('duplicate_weights');

-- One record that became part of another. The state changes with the change set: proposed, merged, undone.
create table record_merges (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    merged_id uuid not null,
    survivor_id uuid not null,
    title text not null,
    state text not null check (state in ('proposed', 'merged', 'undone')),
    change_set_id uuid,
    moved jsonb not null default '{}',
    at timestamptz not null,
    primary key (tenant_id, id, merged_id)
);
create index record_merges_merged on record_merges (tenant_id, merged_id, state);
create index record_merges_survivor on record_merges (tenant_id, survivor_id, state);
create index record_merges_set on record_merges (tenant_id, change_set_id) where change_set_id is not null;
call protect_tenant_table('record_merges');
