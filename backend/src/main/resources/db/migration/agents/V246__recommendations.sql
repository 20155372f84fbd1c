-- What became of recommendations. The id is made from rule, record and cause, so the same cause is never offered again once it is dismissed.
create table recommendations (
    tenant_id uuid not null,
    id uuid not null,
    rule text not null,
    record_type text not null,
    record_id uuid not null,
    company_id uuid not null,
    status text not null check (status in ('offered', 'snoozed', 'dismissed', 'done')),
    snoozed_until date,
    why text,
    task_id uuid,
    change_set_id uuid,
    person_id uuid,
    first_offered_at timestamptz not null,
    decided_at timestamptz,
    cause_gone_at timestamptz,
    primary key (tenant_id, id),
    check ((status = 'snoozed') = (snoozed_until is not null))
);
create index recommendations_company on recommendations (tenant_id, company_id, id);
create index recommendations_standing on recommendations (tenant_id, id) where cause_gone_at is null;
call protect_tenant_table('recommendations');

-- Which workspaces have deals; names ids only.
create function tenants_with_deals() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
    select distinct tenant_id from deals where deleted_at is null
$$;
revoke all on function tenants_with_deals() from public;
grant execute on function tenants_with_deals() to ${appRole};
