-- Which conversations and inputs quote or touch a record whose words not everybody may read: they are shown to whoever may read the record.
create table quoted_records (
    tenant_id uuid not null,
    place text not null,
    place_id uuid not null,
    record_type text not null,
    record_id uuid not null,
    primary key (tenant_id, place, place_id, record_type, record_id)
);
call protect_tenant_table('quoted_records');

-- Answers that were given before. The owner of the tables may be bound by policies too.
alter table messages no force row level security;
alter table quoted_records no force row level security;
insert into quoted_records (tenant_id, place, place_id, record_type, record_id)
select distinct m.tenant_id, 'thread', m.thread_id, 'context_entry', cast(source ->> 'id' as uuid)
from messages m cross join lateral jsonb_path_query(m.parts, '$.**.records[*] ? (@.type == "context_entry")') source;
alter table messages force row level security;
alter table quoted_records force row level security;
