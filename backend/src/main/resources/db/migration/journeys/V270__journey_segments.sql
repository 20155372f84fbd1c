-- Which file of columns each process keeps of the events of a workspace, and up to which transaction they are in it.
create table journey_segments (
    tenant_id uuid not null,
    id uuid not null,
    node text collate "C" not null,
    grain text collate "C" not null,
    file text not null,
    watermark xid8 not null,
    events bigint not null,
    entities int not null,
    checksum bigint not null,
    written_at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, node, grain)
);
call protect_tenant_table('journey_segments');

-- Whose an event was before it changed or went. Columns are sorted by entity, so whoever keeps them reads the events of those entities anew.
create table journey_event_moves (
    tenant_id uuid not null,
    id bigint generated always as identity,
    event_id uuid not null,
    written_by xid8 not null default pg_current_xact_id(),
    contact_id uuid,
    visitor_id uuid,
    company_id uuid,
    deal_id uuid,
    primary key (tenant_id, id)
);
create index journey_event_moves_written on journey_event_moves (tenant_id, written_by);
create index journey_event_moves_event on journey_event_moves (tenant_id, event_id);
call protect_tenant_table('journey_event_moves');

create function note_journey_event_move() returns trigger language plpgsql as $$
begin
    insert into journey_event_moves (tenant_id, event_id, contact_id, visitor_id, company_id, deal_id)
    values (old.tenant_id, old.id, old.contact_id, old.visitor_id, old.company_id, old.deal_id);
    return null;
end $$;
create trigger note_journey_event_move after update or delete on journey_events for each row execute function note_journey_event_move();
