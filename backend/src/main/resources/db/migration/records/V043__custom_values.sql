-- Copies of the values of custom fields that lists filter or sort by, one row per value. Each value is in the column of its type.
create table field_index (
    tenant_id uuid not null,
    field_id uuid not null,
    record_id uuid not null,
    position int not null,
    text_value text collate "C",
    int_value bigint,
    float_value double precision,
    time_value timestamptz,
    date_value date,
    id_value uuid,
    bool_value boolean,
    primary key (tenant_id, field_id, record_id, position),
    foreign key (tenant_id, field_id) references field_definitions
);
create index field_index_text on field_index (tenant_id, field_id, text_value, record_id) where text_value is not null;
create index field_index_int on field_index (tenant_id, field_id, int_value, record_id) where int_value is not null;
create index field_index_float on field_index (tenant_id, field_id, float_value, record_id) where float_value is not null;
create index field_index_time on field_index (tenant_id, field_id, time_value, record_id) where time_value is not null;
create index field_index_date on field_index (tenant_id, field_id, date_value, record_id) where date_value is not null;
create index field_index_id on field_index (tenant_id, field_id, id_value, record_id) where id_value is not null;
create index field_index_bool on field_index (tenant_id, field_id, bool_value, record_id) where bool_value is not null;
create statistics field_index_texts (mcv, dependencies) on field_id, text_value from field_index;
call protect_tenant_table('field_index');

-- Values of unique custom fields of records that are not in the bin. The key keeps two writers from both having one.
create table unique_values (
    tenant_id uuid not null,
    field_id uuid not null,
    value_key text collate "C" not null,
    record_id uuid not null,
    primary key (tenant_id, field_id, value_key),
    foreign key (tenant_id, field_id) references field_definitions
);
create index unique_values_record on unique_values (tenant_id, field_id, record_id);
call protect_tenant_table('unique_values');
