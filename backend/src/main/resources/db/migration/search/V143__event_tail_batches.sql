-- One event may be about many records: the tail tells which operations of the change set it means.
drop function event_log_told;
create function event_log_told(after_xid xid8, after_id bigint, most int)
returns table (tenant_id uuid, id bigint, xid xid8, settled boolean, name text, record_type text, record_id uuid, change_set_id text,
    first int, operations int, fields text[])
language sql stable security definer set search_path = public as $$
    select e.tenant_id, e.id, e.xid, e.xid < pg_snapshot_xmin(pg_current_snapshot()), e.name, e.record_type, e.record_id,
        case when e.record_id is null then e.payload ->> 'change_set_id' end,
        case when e.record_id is null then (e.payload ->> 'first')::int end,
        case when e.record_id is null then (e.payload ->> 'operations')::int end,
        case when jsonb_typeof(e.payload -> 'fields') = 'array' then array(select jsonb_array_elements_text(e.payload -> 'fields')) end
    from event_log e
    where (e.xid, e.id) > (after_xid, after_id)
    order by e.xid, e.id
    limit most
$$;

revoke execute on function event_log_told from public;
grant execute on function event_log_told to ${appRole};
