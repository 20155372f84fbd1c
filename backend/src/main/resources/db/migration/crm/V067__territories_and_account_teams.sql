create table territories (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    description text,
    position int,
    filter jsonb,
    members jsonb
);
call finish_record_table('territories');
call index_record_columns('territories', 'name_key', 'position');

-- Follows territories.members, for rules that ask who belongs to a territory.
create table territory_members (
    tenant_id uuid not null,
    territory_id uuid not null,
    person_id uuid not null,
    primary key (tenant_id, territory_id, person_id),
    foreign key (tenant_id, territory_id) references territories (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index territory_members_person on territory_members (tenant_id, person_id, territory_id);
call protect_tenant_table('territory_members');

alter table companies
    add column territory_id uuid,
    add column account_team_roles jsonb,
    add foreign key (tenant_id, territory_id) references territories (tenant_id, id);
call index_record_columns('companies', 'territory_id');

-- Follows companies.account_team and account_team_roles.
create table account_team_members (
    tenant_id uuid not null,
    company_id uuid not null,
    person_id uuid not null,
    role text,
    primary key (tenant_id, company_id, person_id),
    foreign key (tenant_id, company_id) references companies (tenant_id, id),
    foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index account_team_members_person on account_team_members (tenant_id, person_id, company_id);
call protect_tenant_table('account_team_members');

do $$
declare
    tenant uuid;
begin
    for tenant in select id from tenants loop
        perform set_config('app.tenant', tenant::text, true);
        insert into account_team_members (tenant_id, company_id, person_id)
        select c.tenant_id, c.id, p.id
        from companies c, jsonb_array_elements_text(c.account_team) member, people p
        where c.tenant_id = tenant and p.tenant_id = tenant and p.id = member::uuid and jsonb_typeof(c.account_team) = 'array'
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
