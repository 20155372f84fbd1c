-- Keys by which sites and programs hand in events. Where one leads to is found by its hash before the workspace is known.
create table track_keys (
    tenant_id uuid not null,
    id uuid not null,
    code text not null,
    name text not null,
    hint text not null,
    origins text[] not null,
    created_at timestamptz not null,
    created_by_name text not null,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, code)
);
call protect_tenant_table('track_keys');

create table track_key_hashes (
    hash bytea primary key,
    tenant_id uuid not null,
    key_id uuid not null,
    foreign key (tenant_id, key_id) references track_keys (tenant_id, id) on delete cascade
);
call open_tenant_free_table('track_key_hashes');

-- Somebody who was seen, and who it turned out to be.
create table track_visitors (
    tenant_id uuid not null,
    id uuid not null,
    anonymous_id text collate "C" not null,
    contact_id uuid,
    company_id uuid,
    email_key text collate "C",
    user_id text collate "C",
    first_seen_at timestamptz not null,
    linked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, anonymous_id),
    foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    foreign key (tenant_id, company_id) references companies (tenant_id, id)
);
create index track_visitors_contact on track_visitors (tenant_id, contact_id) where contact_id is not null;
create index track_visitors_company on track_visitors (tenant_id, company_id) where company_id is not null;
create index track_visitors_unlinked on track_visitors (tenant_id, email_key) where contact_id is null and email_key is not null;
create index track_visitors_user on track_visitors (tenant_id, user_id) where user_id is not null;
call protect_tenant_table('track_visitors');

-- What came in one request, word for word and compressed, and what became of it.
create table track_batches (
    tenant_id uuid not null,
    id uuid not null,
    key_id uuid not null,
    received_at timestamptz not null,
    received int not null,
    stored int not null,
    duplicate int not null,
    refused int not null,
    late int not null,
    skew_ms bigint not null,
    refusals jsonb,
    body bytea,
    primary key (tenant_id, id),
    foreign key (tenant_id, key_id) references track_keys (tenant_id, id)
);
create index track_batches_key on track_batches (tenant_id, key_id, received_at);
create index track_batches_time on track_batches (tenant_id, received_at);
call protect_tenant_table('track_batches');

-- written_by tells which transaction wrote a row last: whoever follows the table reads rows of transactions not seen before.
-- A row that was taken back stays, so that followers see it go.
alter table journey_events
    add column visitor_id uuid,
    add column region text,
    add column segment text,
    add column change_set_id uuid,
    add column batch_id uuid,
    add column taken_back boolean not null default false,
    add column written_by xid8 not null default pg_current_xact_id();
create index journey_events_visitor on journey_events (tenant_id, visitor_id, occurred_at, id) where visitor_id is not null;
create index journey_events_batch on journey_events (tenant_id, batch_id) where batch_id is not null;
create index journey_events_written on journey_events (tenant_id, written_by);

create function stamp_journey_event() returns trigger language plpgsql as $$
begin
    new.written_by := pg_current_xact_id();
    return new;
end $$;
create trigger stamp_journey_event before insert or update on journey_events for each row
    when (new.written_by is distinct from pg_current_xact_id()) execute function stamp_journey_event();
