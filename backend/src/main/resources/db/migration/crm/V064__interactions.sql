create table interactions (
    like record_columns including defaults,
    interaction_type text,
    company_id uuid,
    contacts jsonb,
    date date,
    subject text,
    subject_key text collate "C",
    body text,
    channel text,
    channel_key text collate "C",
    deal_id uuid
);
call finish_record_table('interactions');
alter table interactions add foreign key (tenant_id, company_id) references companies;
alter table interactions add foreign key (tenant_id, deal_id) references deals;
call index_record_columns('interactions', 'interaction_type', 'company_id', 'date', 'subject_key', 'channel_key', 'deal_id');
