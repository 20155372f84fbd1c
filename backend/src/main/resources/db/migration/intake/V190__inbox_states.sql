-- What has become of each message, written by whatever changes it and in its transaction, so that the inbox finds some of many by an index.
create table inbox_states (
    tenant_id uuid not null,
    id uuid not null,
    created_at timestamptz not null,
    state text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references user_prompt_logs on delete cascade
);
create index inbox_states_time on inbox_states (tenant_id, created_at desc, id desc);
create index inbox_states_state on inbox_states (tenant_id, state, created_at desc, id desc);
create index intake_decisions_prompt_log on intake_decisions (tenant_id, prompt_log_id);

-- A question that is open comes first, then what waits for a decision. Waiting operations count, not the status of their set: one that was applied in
-- part may hold some.
create function inbox_state(of_tenant uuid, of_message uuid) returns text
language sql stable as $$
    select case
        when exists (select 1 from intake_questions q where q.tenant_id = of_tenant and q.root_id = of_message and q.state = 'open') then 'asked'
        when s.waits then 'waiting' when s.stands then 'written' when s.undone then 'undone'
        when s.refused or jsonb_path_exists(d.decision, '$.operations[*] ? (@.status == "refused")') then 'refused'
        else 'noted' end
    from (select x.decision from intake_decisions x where x.tenant_id = of_tenant and coalesce(x.root_id, x.prompt_log_id) = of_message
        order by x.created_at desc, x.id desc limit 1) d
    cross join (select bool_or(c.status in ('applied', 'partly_applied')) stands, bool_or(c.status = 'undone') undone,
            bool_or(c.status = 'refused') refused,
            bool_or(exists (select 1 from change_operations o where o.tenant_id = of_tenant and o.change_set_id = c.id and o.status = 'waiting')) waits
        from intake_decisions x join change_sets c on c.tenant_id = of_tenant and c.id in (x.change_set_id, x.proposed_change_set_id)
        where x.tenant_id = of_tenant and coalesce(x.root_id, x.prompt_log_id) = of_message) s
$$;

create procedure keep_inbox_state(of_tenant uuid, of_message uuid)
language sql as $$
    insert into inbox_states (tenant_id, id, created_at, state)
    select l.tenant_id, l.id, l.created_at, s.state
    from (select inbox_state(of_tenant, of_message) as state offset 0) s
    join user_prompt_logs l on l.tenant_id = of_tenant and l.id = of_message
    where s.state is not null
    on conflict (tenant_id, id) do update set state = excluded.state where inbox_states.state <> excluded.state
$$;

create procedure keep_inbox_state_of_set(of_tenant uuid, of_set uuid)
language plpgsql as $$
declare
    message uuid;
begin
    for message in
        select distinct coalesce(x.root_id, x.prompt_log_id)
        from change_sets c join intake_decisions x on x.tenant_id = of_tenant and x.prompt_log_id = cast(c.cause_id as uuid)
        where c.tenant_id = of_tenant and c.id = of_set and c.cause_kind = 'message'
            and c.cause_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
    loop
        call keep_inbox_state(of_tenant, message);
    end loop;
end $$;

create function decided_message() returns trigger language plpgsql as $$
begin
    call keep_inbox_state(new.tenant_id, coalesce(new.root_id, new.prompt_log_id));
    return null;
end $$;
create trigger inbox_state after insert on intake_decisions for each row execute function decided_message();

create function asked_message() returns trigger language plpgsql as $$
begin
    call keep_inbox_state(new.tenant_id, new.root_id);
    return null;
end $$;
create trigger inbox_state after insert or update of state on intake_questions for each row execute function asked_message();

create function changed_message() returns trigger language plpgsql as $$
begin
    call keep_inbox_state_of_set(new.tenant_id, new.id);
    return null;
end $$;
create trigger inbox_state after insert or update of status on change_sets for each row when (new.cause_kind = 'message')
    execute function changed_message();

-- Only what waits, or does so no more, says something that its set does not.
create function waited_message() returns trigger language plpgsql as $$
begin
    call keep_inbox_state_of_set(new.tenant_id, new.change_set_id);
    return null;
end $$;
create trigger inbox_state_waits after insert on change_operations for each row when (new.status = 'waiting')
    execute function waited_message();
create trigger inbox_state_waited after update of status on change_operations for each row
    when (old.status <> new.status and (old.status = 'waiting' or new.status = 'waiting')) execute function waited_message();

-- Messages of an earlier release. The owner of the tables may be bound by policies too.
alter table user_prompt_logs no force row level security;
alter table intake_decisions no force row level security;
alter table intake_questions no force row level security;
alter table change_sets no force row level security;
alter table change_operations no force row level security;
insert into inbox_states (tenant_id, id, created_at, state)
select l.tenant_id, l.id, l.created_at, s.state
from user_prompt_logs l
cross join lateral (select inbox_state(l.tenant_id, l.id) as state) s
where s.state is not null;
alter table user_prompt_logs force row level security;
alter table intake_decisions force row level security;
alter table intake_questions force row level security;
alter table change_sets force row level security;
alter table change_operations force row level security;
call protect_tenant_table('inbox_states');
