-- The log. xid orders commits: a reader takes only rows below pg_snapshot_xmin, because ids are drawn before the commit.
create table event_log (
    tenant_id uuid not null references tenants (id),
    id bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    name text not null,
    version int not null,
    record_type text,
    record_id uuid,
    payload jsonb not null,
    actor_kind text not null,
    actor_name text not null,
    person_id uuid,
    occurred_at timestamptz not null,
    primary key (tenant_id, id),
    check ((record_type is null) = (record_id is null))
);
create index event_log_order on event_log (xid, id);
create index event_log_record on event_log (tenant_id, record_id, xid desc) where record_id is not null;

call protect_tenant_table('event_log');
revoke update, delete on event_log from ${appRole};

-- For many records at once. A fresh import fools the planner, which has no statistics yet, into one look-up per record by the wrong index.
create function latest_event_of(of_tenant uuid, records uuid[]) returns bigint
language sql stable set enable_nestloop = off as $$
    select coalesce(max(cast(cast(e.xid as text) as bigint)), 0)
    from unnest(records) wanted (id)
    join event_log e on e.tenant_id = of_tenant and e.record_id = wanted.id
$$;
