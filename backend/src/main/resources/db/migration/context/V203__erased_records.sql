-- The log only grows; of a record that is erased it keeps that something happened, not what it was called.
create function forget_titles_in_events(of_tenant uuid, of_type text, records uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
    update event_log set payload = payload - 'title'
    where tenant_id = of_tenant and record_type = of_type and record_id = any(records) and payload ? 'title'
$$;
revoke all on function forget_titles_in_events(uuid, text, uuid[]) from public;
grant execute on function forget_titles_in_events(uuid, text, uuid[]) to ${appRole};
