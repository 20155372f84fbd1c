create table tasks (
    like record_columns including defaults,
    title text not null,
    title_key text collate "C" not null,
    description text,
    due_date date,
    assignee_id uuid,
    status text,
    priority text,
    company_id uuid,
    contact_id uuid,
    deal_id uuid,
    completed_at timestamptz
);
call finish_record_table('tasks');
alter table tasks add foreign key (tenant_id, company_id) references companies;
alter table tasks add foreign key (tenant_id, contact_id) references contacts;
alter table tasks add foreign key (tenant_id, deal_id) references deals;
call index_record_columns('tasks', 'title_key', 'due_date', 'assignee_id', 'status', 'priority', 'company_id', 'contact_id', 'deal_id',
    'completed_at');
