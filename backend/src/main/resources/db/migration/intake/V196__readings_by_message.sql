-- Which message a reading belongs to. Under a policy a condition may use an index only if the database knows that it tells nothing of what it saw.
-- It knows that of case, but of neither coalesce nor a cast of text, which had every message that was written walk all readings of its workspace.
drop index intake_decisions_root;
create index intake_decisions_message on intake_decisions (tenant_id, (case when root_id is null then prompt_log_id else root_id end), created_at desc,
    id desc);

create or replace function inbox_state(of_tenant uuid, of_message uuid) returns text
language sql stable as $$
    select case
        when exists (select 1 from intake_questions q where q.tenant_id = of_tenant and q.root_id = of_message and q.state = 'open') then 'asked'
        when s.waits then 'waiting' when s.stands then 'written' when s.undone then 'undone'
        when s.refused or jsonb_path_exists(d.decision, '$.operations[*] ? (@.status == "refused")') then 'refused'
        else 'noted' end
    from (select x.decision from intake_decisions x
        where x.tenant_id = of_tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = of_message
        order by x.created_at desc, x.id desc limit 1) d
    cross join (select bool_or(c.status in ('applied', 'partly_applied')) stands, bool_or(c.status = 'undone') undone,
            bool_or(c.status = 'refused') refused,
            bool_or(exists (select 1 from change_operations o where o.tenant_id = of_tenant and o.change_set_id = c.id and o.status = 'waiting')) waits
        from intake_decisions x join change_sets c on c.tenant_id = of_tenant and c.id in (x.change_set_id, x.proposed_change_set_id)
        where x.tenant_id = of_tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = of_message) s
$$;

create or replace procedure keep_inbox_state_of_set(of_tenant uuid, of_set uuid)
language plpgsql as $$
declare
    reading uuid;
    message uuid;
begin
    select case when c.cause_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then cast(c.cause_id as uuid) end into reading
    from change_sets c where c.tenant_id = of_tenant and c.id = of_set and c.cause_kind = 'message';
    for message in
        select distinct case when x.root_id is null then x.prompt_log_id else x.root_id end
        from intake_decisions x where x.tenant_id = of_tenant and x.prompt_log_id = reading
    loop
        call keep_inbox_state(of_tenant, message);
    end loop;
end $$;
