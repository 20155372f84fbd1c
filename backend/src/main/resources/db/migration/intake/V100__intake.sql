create table user_prompt_logs (
    like record_columns including defaults,
    excerpt text,
    excerpt_key text collate "C",
    company_id uuid,
    contact_id uuid,
    deal_id uuid,
    raw_input text,
    employee_id uuid,
    employee_name text,
    employee_name_key text collate "C",
    interaction_type text,
    interaction_type_key text collate "C",
    decision jsonb
);
call finish_record_table('user_prompt_logs');
alter table user_prompt_logs add foreign key (tenant_id, company_id) references companies;
alter table user_prompt_logs add foreign key (tenant_id, contact_id) references contacts;
alter table user_prompt_logs add foreign key (tenant_id, deal_id) references deals;
call index_record_columns('user_prompt_logs', 'company_id', 'contact_id', 'deal_id', 'employee_id', 'employee_name_key', 'interaction_type_key');

create table intake_decisions (
    tenant_id uuid not null,
    id uuid not null,
    prompt_log_id uuid not null,
    thread_id uuid,
    idempotency_key text,
    request_hash text,
    decision jsonb not null,
    change_set_id uuid,
    proposed_change_set_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, prompt_log_id) references user_prompt_logs
);
create unique index intake_decisions_once on intake_decisions (tenant_id, idempotency_key) where idempotency_key is not null;
create index intake_decisions_thread on intake_decisions (tenant_id, thread_id, created_at desc) where thread_id is not null;
call protect_tenant_table('intake_decisions');
