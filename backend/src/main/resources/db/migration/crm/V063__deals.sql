create table deals (
    like record_columns including defaults,
    name text,
    name_key text collate "C",
    company_id uuid,
    product_id uuid,
    deal_id text,
    deal_id_key text collate "C",
    deal_state text,
    deal_amount bigint,
    deal_amount_currency text,
    deal_amount_currency_key text collate "C",
    stage text,
    deal_payment_status text,
    deal_start_date date,
    deal_end_date date,
    deal_policy_state text,
    deal_health text,
    payment_frequency text,
    acquisition_channel_source text,
    acquisition_channel_source_key text collate "C",
    acquisition_campaign_source text,
    acquisition_campaign_source_key text collate "C",
    deal_expected_signing_date date,
    deal_signing_date date,
    momentum_score double precision,
    lost_reason text
);
call finish_record_table('deals');
alter table deals add foreign key (tenant_id, company_id) references companies;
alter table deals add foreign key (tenant_id, product_id) references products;
call index_record_columns('deals', 'name_key', 'company_id', 'product_id', 'deal_id_key', 'deal_state', 'deal_amount',
    'deal_amount_currency_key', 'stage', 'deal_payment_status', 'deal_start_date', 'deal_end_date', 'deal_policy_state', 'deal_health',
    'payment_frequency', 'acquisition_channel_source_key', 'acquisition_campaign_source_key', 'deal_expected_signing_date',
    'deal_signing_date', 'momentum_score');
