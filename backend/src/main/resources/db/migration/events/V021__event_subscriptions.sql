-- One row per subscription of the product, for all tenants together: how far it read, and which process works on it.
create table event_subscriptions (
    name text primary key,
    cursor_xid xid8 not null,
    cursor_id bigint not null,
    lease_owner uuid,
    lease_until timestamptz
);
call open_tenant_free_table('event_subscriptions');

-- Events that could not be handled with their batch: waiting for a retry (or behind an earlier event of their record), dead, or skipped.
create table event_deliveries (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    subscription text not null,
    event_id bigint not null,
    xid xid8 not null,
    record_id uuid,
    status text not null check (status in ('waiting', 'dead', 'skipped')),
    attempts int not null,
    next_at timestamptz not null,
    error text,
    parked_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, subscription, event_id),
    foreign key (tenant_id, event_id) references event_log (tenant_id, id)
);
create index event_deliveries_due on event_deliveries (subscription, next_at) where status = 'waiting';
create index event_deliveries_record on event_deliveries (tenant_id, subscription, record_id);
call protect_tenant_table('event_deliveries');

-- The owner's functions below look across tenants and give away ids only. Policies are forced, so the owner needs one of its own.
create policy dispatch_rows on event_log for select to current_user using (true);
create policy dispatch_rows on event_deliveries to current_user using (true);

create function event_log_after(after_xid xid8, after_id bigint, names text[], most int)
returns table (tenant_id uuid, id bigint, xid xid8, wanted boolean)
language sql stable security definer set search_path = public as $$
    select e.tenant_id, e.id, e.xid, names = '{}' or e.name = any (names)
    from event_log e
    where (e.xid, e.id) > (after_xid, after_id) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.id
    limit most
$$;

-- Only the first open event of a record may be retried; the others wait behind it, also while it is dead.
create function due_event_deliveries(of_subscription text, most int)
returns table (tenant_id uuid, id uuid)
language sql stable security definer set search_path = public as $$
    select d.tenant_id, d.id
    from event_deliveries d
    where d.subscription = of_subscription and d.status = 'waiting' and d.next_at <= now()
        and (d.record_id is null or not exists (
            select 1 from event_deliveries earlier
            where earlier.tenant_id = d.tenant_id and earlier.subscription = d.subscription and earlier.record_id = d.record_id
                and earlier.status <> 'skipped' and (earlier.xid, earlier.event_id) < (d.xid, d.event_id)))
    order by d.xid, d.event_id
    limit most
$$;

-- A subscription that reads again from a position delivers these events anew.
create function forget_event_deliveries(of_subscription text, after_xid xid8, after_id bigint)
returns void
language sql security definer set search_path = public as $$
    delete from event_deliveries where subscription = of_subscription and (xid, event_id) > (after_xid, after_id)
$$;

revoke execute on function event_log_after, due_event_deliveries, forget_event_deliveries from public;
grant execute on function event_log_after, due_event_deliveries, forget_event_deliveries to ${appRole};
