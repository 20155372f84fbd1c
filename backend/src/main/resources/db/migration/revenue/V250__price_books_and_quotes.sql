create table price_book_entries (
    like record_columns including defaults,
    name text,
    name_key text collate "C",
    product_id uuid not null,
    tier text,
    tier_key text collate "C",
    min_quantity int,
    max_quantity int,
    unit text,
    currency text not null,
    currency_key text collate "C" not null,
    list_price bigint not null,
    per text not null,
    term_reduction_percent jsonb,
    valid_from date,
    valid_to date
);
call finish_record_table('price_book_entries');
alter table price_book_entries add foreign key (tenant_id, product_id) references products (tenant_id, id);
call index_record_columns('price_book_entries', 'name_key', 'product_id', 'tier_key', 'min_quantity', 'max_quantity', 'currency_key', 'list_price',
    'per', 'valid_from', 'valid_to');

create table quotes (
    like record_columns including defaults,
    name text,
    name_key text collate "C",
    deal_id uuid,
    company_id uuid,
    product_id uuid,
    quantity int,
    unit_price bigint,
    currency text,
    currency_key text collate "C",
    term_months int,
    discount_percent double precision,
    yearly_amount bigint,
    payment_terms_days int,
    valid_until date,
    lines jsonb,
    status text,
    approved_by jsonb
);
call finish_record_table('quotes');
alter table quotes
    add foreign key (tenant_id, deal_id) references deals (tenant_id, id),
    add foreign key (tenant_id, company_id) references companies (tenant_id, id),
    add foreign key (tenant_id, product_id) references products (tenant_id, id);
call index_record_columns('quotes', 'name_key', 'deal_id', 'company_id', 'product_id', 'quantity', 'unit_price', 'currency_key', 'term_months',
    'discount_percent', 'yearly_amount', 'payment_terms_days', 'valid_until', 'status');
