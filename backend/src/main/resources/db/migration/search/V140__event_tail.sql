-- For readers that keep their own place in the log, such as the search index of a process. Rows that a running transaction may still slip
-- before are told apart: they may be acted on, and are read again from the last settled place.
create function event_log_tail(after_xid xid8, after_id bigint, most int)
returns table (tenant_id uuid, id bigint, xid xid8, settled boolean)
language sql stable security definer set search_path = public as $$
    select e.tenant_id, e.id, e.xid, e.xid < pg_snapshot_xmin(pg_current_snapshot())
    from event_log e
    where (e.xid, e.id) > (after_xid, after_id)
    order by e.xid, e.id
    limit most
$$;

revoke execute on function event_log_tail from public;
grant execute on function event_log_tail to ${appRole};
