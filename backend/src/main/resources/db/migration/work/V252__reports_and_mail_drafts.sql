create table reports (
    like record_columns including defaults,
    title text not null,
    title_key text collate "C" not null,
    figures jsonb,
    body text
);
call finish_record_table('reports');
call index_record_columns('reports', 'title_key');

create table mail_drafts (
    like record_columns including defaults,
    subject text,
    subject_key text collate "C",
    to_address text,
    to_address_key text collate "C",
    body text,
    status text,
    company_id uuid,
    contact_id uuid,
    deal_id uuid
);
call finish_record_table('mail_drafts');
alter table mail_drafts
    add foreign key (tenant_id, company_id) references companies (tenant_id, id),
    add foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    add foreign key (tenant_id, deal_id) references deals (tenant_id, id);
call index_record_columns('mail_drafts', 'subject_key', 'to_address_key', 'status', 'company_id', 'contact_id', 'deal_id');
