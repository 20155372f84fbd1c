-- What somebody should know. A reminder is written when it is known and shown from its moment on.
create table notifications (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    key text not null,
    record_type text not null,
    record_id uuid not null,
    text text,
    by_id uuid,
    by_name text,
    shown_at timestamptz not null,
    read_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, person_id, key),
    foreign key (tenant_id, person_id) references people (tenant_id, id) on delete cascade
);
create index notifications_newest on notifications (tenant_id, person_id, shown_at desc, id desc);
create index notifications_unread on notifications (tenant_id, person_id, shown_at) where read_at is null;
create index notifications_record on notifications (tenant_id, record_id, kind);
call protect_tenant_table('notifications');

-- How somebody left the page of a record: open tabs, panels, what was done last.
create table workspace_states (
    tenant_id uuid not null,
    id uuid not null,
    user_id uuid not null,
    entity_type text not null,
    entity_id text not null,
    tab_states jsonb,
    panel_configuration jsonb,
    recent_actions jsonb,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, user_id, entity_type, entity_id),
    foreign key (tenant_id, user_id) references people (tenant_id, id) on delete cascade
);
call protect_tenant_table('workspace_states');
