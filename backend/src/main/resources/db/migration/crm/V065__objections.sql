create table objections (
    like record_columns including defaults,
    category text,
    competitor text,
    competitor_key text collate "C",
    company_id uuid,
    contact_id uuid,
    deal_id uuid,
    text text,
    status text,
    response text
);
call finish_record_table('objections');
alter table objections add foreign key (tenant_id, company_id) references companies;
alter table objections add foreign key (tenant_id, contact_id) references contacts;
alter table objections add foreign key (tenant_id, deal_id) references deals;
call index_record_columns('objections', 'category', 'competitor_key', 'company_id', 'contact_id', 'deal_id', 'status');
