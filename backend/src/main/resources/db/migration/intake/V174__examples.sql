-- What people corrected or took back of what was read, and what words mean here.
create table intake_examples (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    at timestamptz not null,
    kind text not null check (kind in ('alias', 'value', 'corrected', 'unwanted')),
    op text,
    entity text not null,
    field text,
    words text not null,
    words_key text collate "C" not null,
    read_value text,
    right_value text,
    record_type text,
    record_id uuid,
    person_id uuid,
    engine text not null,
    prompt_log_id uuid,
    read_at timestamptz,
    change_set_id uuid,
    used bigint not null default 0,
    last_used_at timestamptz,
    forgotten_at timestamptz,
    primary key (tenant_id, id)
);
create index intake_examples_newest on intake_examples (tenant_id, at desc, id desc);
create index intake_examples_used on intake_examples (tenant_id, at desc) where forgotten_at is null;
create index intake_examples_made on intake_examples (tenant_id, change_set_id) where change_set_id is not null;
create index intake_examples_text on intake_examples (tenant_id, prompt_log_id) where prompt_log_id is not null;
call protect_tenant_table('intake_examples');

create index intake_decisions_applied on intake_decisions (tenant_id, change_set_id) where change_set_id is not null;
create index intake_decisions_proposed on intake_decisions (tenant_id, proposed_change_set_id) where proposed_change_set_id is not null;
create index intake_decisions_newest on intake_decisions (tenant_id, created_at);
