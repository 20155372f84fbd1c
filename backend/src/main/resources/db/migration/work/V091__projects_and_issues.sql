create table projects (
    like record_columns including defaults,
    name text not null,
    name_key text collate "C" not null,
    description text,
    project_type text,
    team_id uuid,
    status text,
    priority text,
    start_date date,
    target_end_date date,
    actual_end_date date,
    related_company_ids jsonb,
    related_product_ids jsonb,
    roadmap_position int
);
call finish_record_table('projects');
call index_record_columns('projects', 'name_key', 'project_type', 'team_id', 'status', 'priority', 'start_date', 'target_end_date',
    'roadmap_position');

create table issues (
    like record_columns including defaults,
    title text not null,
    title_key text collate "C" not null,
    description text,
    issue_type text,
    status text,
    priority text,
    assignee_id uuid,
    reporter_id uuid,
    company_id uuid,
    product_id uuid,
    deal_id uuid,
    due_date date,
    resolution text,
    project_id uuid,
    labels jsonb,
    resolved_at timestamptz
);
call finish_record_table('issues');
alter table issues
    add foreign key (tenant_id, company_id) references companies (tenant_id, id),
    add foreign key (tenant_id, product_id) references products (tenant_id, id),
    add foreign key (tenant_id, deal_id) references deals (tenant_id, id),
    add foreign key (tenant_id, project_id) references projects (tenant_id, id);
call index_record_columns('issues', 'title_key', 'issue_type', 'status', 'priority', 'assignee_id', 'reporter_id', 'company_id', 'product_id',
    'deal_id', 'due_date', 'project_id', 'resolved_at');

alter table tasks add column remind_at timestamptz;
call index_record_columns('tasks', 'remind_at');
