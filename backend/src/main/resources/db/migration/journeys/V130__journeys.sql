create table journey_stages (
    like record_columns including defaults,
    journey_type text,
    stage_name text not null,
    stage_name_key text collate "C" not null,
    stage_order int,
    parent_stage uuid,
    description text
);
call finish_record_table('journey_stages');
alter table journey_stages add foreign key (tenant_id, parent_stage) references journey_stages (tenant_id, id);
call index_record_columns('journey_stages', 'journey_type', 'stage_name_key', 'stage_order', 'parent_stage');

create table metric_definitions (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    display_name text,
    display_name_key text collate "C",
    calculation_type text,
    formula text,
    format text,
    applicable_stages jsonb
);
call finish_record_table('metric_definitions');
call index_record_columns('metric_definitions', 'name_key', 'display_name_key', 'calculation_type', 'format');

create table metric_data (
    like record_columns including defaults,
    metric_id uuid not null,
    stage_id uuid,
    company_id uuid,
    product_id uuid,
    channel_id text,
    channel_id_key text collate "C",
    geography_id text,
    geography_id_key text collate "C",
    date date,
    value double precision,
    sample_size int
);
call finish_record_table('metric_data');
alter table metric_data
    add foreign key (tenant_id, metric_id) references metric_definitions (tenant_id, id),
    add foreign key (tenant_id, stage_id) references journey_stages (tenant_id, id),
    add foreign key (tenant_id, company_id) references companies (tenant_id, id),
    add foreign key (tenant_id, product_id) references products (tenant_id, id);
call index_record_columns('metric_data', 'metric_id', 'stage_id', 'company_id', 'product_id', 'channel_id_key', 'geography_id_key', 'date',
    'value', 'sample_size');

-- What somebody did at one moment of a journey. Rows are only added; whoever folds journeys reads them in the order of time.
create table journey_events (
    tenant_id uuid not null,
    id uuid not null,
    occurred_at timestamptz not null,
    kind text not null,
    journey_type text,
    company_id uuid,
    contact_id uuid,
    deal_id uuid,
    product_id uuid,
    channel text,
    campaign text,
    country text,
    amount bigint,
    amount_currency text,
    properties jsonb not null default '{}',
    source text not null,
    source_key text,
    recorded_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, company_id) references companies (tenant_id, id),
    foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    foreign key (tenant_id, deal_id) references deals (tenant_id, id),
    foreign key (tenant_id, product_id) references products (tenant_id, id)
);
create index journey_events_time on journey_events (tenant_id, occurred_at, id);
create index journey_events_company on journey_events (tenant_id, company_id, occurred_at, id) where company_id is not null;
create index journey_events_contact on journey_events (tenant_id, contact_id, occurred_at, id) where contact_id is not null;
create index journey_events_deal on journey_events (tenant_id, deal_id, occurred_at, id) where deal_id is not null;
create unique index journey_events_once on journey_events (tenant_id, source, source_key) where source_key is not null;
call protect_tenant_table('journey_events');
