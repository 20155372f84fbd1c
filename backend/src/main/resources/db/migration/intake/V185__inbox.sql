-- A text that is read once more belongs to the one that came in; null is the first reading.
alter table intake_decisions add column root_id uuid;
alter table intake_decisions add foreign key (tenant_id, root_id) references user_prompt_logs;
create index intake_decisions_root on intake_decisions (tenant_id, (coalesce(root_id, prompt_log_id)), created_at desc, id desc);

create table intake_questions (
    tenant_id uuid not null,
    id uuid not null,
    root_id uuid not null,
    text text not null,
    options jsonb not null,
    state text not null,
    answer text,
    answered_by text,
    answered_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, root_id) references user_prompt_logs
);
create index intake_questions_open on intake_questions (tenant_id, created_at desc, id desc) where state = 'open';
create index intake_questions_root on intake_questions (tenant_id, root_id);
call protect_tenant_table('intake_questions');

-- Everything that a message has led to, its corrections too.
create index change_sets_message on change_sets (tenant_id, cause_id) where cause_kind = 'message';
