-- Lists, boards and timelines that people keep, for themselves or for others.
create table saved_views (
    tenant_id uuid not null,
    id uuid not null,
    record_type text not null,
    name text not null,
    layout text not null,
    visibility text not null,
    owner_id uuid not null,
    query jsonb not null,
    is_default boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);
create index saved_views_type on saved_views (tenant_id, record_type, id);
call protect_tenant_table('saved_views');
