-- The values of fields that hold several, one row each: what contains them is found by an index, which jsonb operators may not use under policies.
create table record_values (
    tenant_id uuid not null,
    record_type text not null,
    field text not null,
    value text collate "C" not null,
    record_id uuid not null,
    primary key (tenant_id, record_type, field, value, record_id)
);
create index record_values_record on record_values (tenant_id, record_id);
-- Records of an earlier release. On a new database these tables are made later and are empty. The owner of the tables may be bound by policies too.
do $$
begin
    if to_regclass('interactions') is not null then
        alter table interactions no force row level security;
        insert into record_values (tenant_id, record_type, field, value, record_id)
        select distinct t.tenant_id, 'interaction', 'contacts', v.value, t.id
        from interactions t cross join lateral jsonb_array_elements_text(t.contacts) v
        where jsonb_typeof(t.contacts) = 'array';
        alter table interactions force row level security;
    end if;
    if to_regclass('companies') is not null then
        alter table companies no force row level security;
        insert into record_values (tenant_id, record_type, field, value, record_id)
        select distinct t.tenant_id, 'company', 'other_countries', v.value, t.id
        from companies t cross join lateral jsonb_array_elements_text(t.other_countries) v
        where jsonb_typeof(t.other_countries) = 'array';
        alter table companies force row level security;
    end if;
end $$;
call protect_tenant_table('record_values');
