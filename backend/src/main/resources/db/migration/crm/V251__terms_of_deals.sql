alter table deals
    add column quantity int,
    add column term_months int,
    add column discount_percent double precision;
call index_record_columns('deals', 'quantity', 'term_months', 'discount_percent');
