create table products (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    description text,
    series text,
    series_key text collate "C",
    list_price bigint,
    list_price_currency text,
    message_tree_id uuid
);
call finish_record_table('products');
call index_record_columns('products', 'name_key', 'series_key', 'list_price');
