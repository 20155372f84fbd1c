create table message_trees (
    like record_columns including defaults,
    product_id uuid,
    founding_narrative text,
    headline text not null,
    headline_key text collate "C" not null,
    value_props jsonb,
    demonstrable_value jsonb,
    demonstrable_craftsmanship jsonb,
    demonstrable_users jsonb,
    technical_specs jsonb
);
call finish_record_table('message_trees');
alter table message_trees add foreign key (tenant_id, product_id) references products (tenant_id, id);
call index_record_columns('message_trees', 'product_id', 'headline_key');
