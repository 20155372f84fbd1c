-- Where people worked and work. The open one is where contacts.company_id says.
create table contact_memberships (
    tenant_id uuid not null,
    id uuid not null,
    contact_id uuid not null,
    company_id uuid not null,
    title text,
    from_date date,
    to_date date,
    change_set_id uuid,
    left_change_set_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    foreign key (tenant_id, company_id) references companies (tenant_id, id),
    check (from_date is null or to_date is null or to_date >= from_date)
);
create unique index contact_memberships_current on contact_memberships (tenant_id, contact_id) where to_date is null;
create index contact_memberships_contact on contact_memberships (tenant_id, contact_id, from_date, id);
create index contact_memberships_company on contact_memberships (tenant_id, company_id, contact_id);
call protect_tenant_table('contact_memberships');

do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into contact_memberships (tenant_id, id, contact_id, company_id, title, created_at)
        select c.tenant_id, gen_random_uuid(), c.id, c.company_id, c.title, c.created_at
        from contacts c where c.tenant_id = tenant and c.company_id is not null;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
