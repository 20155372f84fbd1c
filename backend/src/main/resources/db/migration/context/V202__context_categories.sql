-- What holds for all entries of a category. Without a row: no review, and entries stay.
create table context_categories (
    tenant_id uuid not null,
    category text not null,
    review boolean not null,
    reviewer_role text not null,
    retention_days int check (retention_days between 1 and 3650),
    retention_action text check (retention_action in ('expire', 'archive', 'delete')),
    updated_at timestamptz not null,
    primary key (tenant_id, category),
    check ((retention_days is null) = (retention_action is null))
);
call protect_tenant_table('context_categories');

-- Entries whose last day has passed are looked for each hour.
create index context_entries_ending on context_entries (tenant_id, effective_to, id)
    where deleted_at is null and status = 'live' and effective_to is not null;

-- Which workspaces have entries that may have ended, or that are kept for some days only; names ids only.
create function tenants_with_ending_entries() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct tenant_id from context_entries
    where deleted_at is null and status = 'live' and effective_to is not null and effective_to <= current_date
    union
    select tenant_id from context_categories where retention_days is not null
$$;
revoke all on function tenants_with_ending_entries() from public;
grant execute on function tenants_with_ending_entries() to ${appRole};
