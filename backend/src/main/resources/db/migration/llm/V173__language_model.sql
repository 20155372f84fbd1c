-- What of a workspace may go to a language model, and how much of it. Without a row nothing goes.
create table llm_policies (
    tenant_id uuid not null primary key references tenants (id),
    message_text boolean not null,
    records boolean not null,
    contact_addresses text not null check (contact_addresses in ('masked', 'plain')),
    tokens_per_month bigint check (tokens_per_month >= 0),
    cost_per_month bigint check (cost_per_month >= 0),
    currency text,
    input_price bigint check (input_price >= 0),
    output_price bigint check (output_price >= 0),
    log_texts boolean not null,
    keep_days int not null check (keep_days between 1 and 365),
    changed_at timestamptz not null,
    changed_by uuid
);
call protect_tenant_table('llm_policies');
comment on column llm_policies.cost_per_month is 'in millionths of the currency, as the prices of a million tokens are';

-- What was used, kept also when the calls themselves are dropped.
create table llm_usage (
    tenant_id uuid not null references tenants (id),
    month date not null,
    calls bigint not null,
    input_tokens bigint not null,
    output_tokens bigint not null,
    cost bigint not null,
    primary key (tenant_id, month)
);
call protect_tenant_table('llm_usage');

create table llm_calls (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    at timestamptz not null,
    person_id uuid,
    purpose text not null,
    prompt text not null,
    prompt_version int not null,
    tier text not null,
    model text not null,
    input_tokens bigint not null,
    output_tokens bigint not null,
    cost bigint,
    currency text,
    ms bigint not null,
    attempts int not null,
    outcome text not null,
    about_id uuid,
    request text,
    response text,
    primary key (tenant_id, id)
);
create index llm_calls_newest on llm_calls (tenant_id, at desc, id desc);
create index llm_calls_person on llm_calls (tenant_id, person_id, at desc, id desc);
create index llm_calls_about on llm_calls (tenant_id, about_id) where about_id is not null;
call protect_tenant_table('llm_calls');
