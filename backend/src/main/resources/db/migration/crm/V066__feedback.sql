create table feedback (
    like record_columns including defaults,
    summary text not null,
    sentiment text,
    product_id uuid,
    company_id uuid,
    contact_id uuid,
    body text
);
call finish_record_table('feedback');
alter table feedback add foreign key (tenant_id, product_id) references products;
alter table feedback add foreign key (tenant_id, company_id) references companies;
alter table feedback add foreign key (tenant_id, contact_id) references contacts;
call index_record_columns('feedback', 'sentiment', 'product_id', 'company_id', 'contact_id');
