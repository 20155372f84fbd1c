create table contacts (
    like record_columns including defaults,
    company_id uuid,
    name text,
    name_key text collate "C",
    email text,
    email_key text collate "C",
    phone text,
    phone_key text collate "C",
    title text,
    title_key text collate "C",
    influence_role text,
    is_primary boolean,
    engagement_score double precision,
    last_contact_date date
);
call finish_record_table('contacts');
alter table contacts add foreign key (tenant_id, company_id) references companies;
call index_record_columns('contacts', 'company_id', 'name_key', 'email_key', 'phone_key', 'title_key', 'influence_role', 'is_primary',
    'engagement_score', 'last_contact_date');
