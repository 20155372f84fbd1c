-- Files and answers that are to become entries: looked at before anything is written. Each belongs to the person who brought it.
create table context_transfers (
    tenant_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null check (kind in ('files', 'pasted', 'starter', 'example', 'questions')),
    name text not null,
    status text not null check (status in ('collecting', 'reading', 'ready', 'applying', 'applied')),
    make boolean not null default true,
    notes jsonb not null default '[]',
    also jsonb not null default '[]',
    job_id uuid,
    change_set_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index context_transfers_person on context_transfers (tenant_id, person_id, kind, created_at);
call protect_tenant_table('context_transfers');

-- Gone once they have been read.
create table context_transfer_files (
    tenant_id uuid not null,
    id uuid not null,
    transfer_id uuid not null,
    name text not null,
    content bytea not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, transfer_id) references context_transfers on delete cascade
);
create index context_transfer_files_transfer on context_transfer_files (tenant_id, transfer_id);
call protect_tenant_table('context_transfer_files');

create table context_transfer_items (
    tenant_id uuid not null,
    transfer_id uuid not null,
    position integer not null,
    path text not null,
    question text,
    proposed boolean not null,
    included boolean not null,
    front jsonb,
    body text not null,
    lines jsonb not null,
    reasons jsonb not null,
    sure boolean not null,
    broken text,
    broken_line integer,
    plan jsonb,
    primary key (tenant_id, transfer_id, position),
    foreign key (tenant_id, transfer_id) references context_transfers on delete cascade
);
call protect_tenant_table('context_transfer_items');
comment on column context_transfer_items.front is 'fields by name; null for a file that could not be read';
comment on column context_transfer_items.plan is 'what it would do, as of the last look';

-- Of the questions of the set-up. An answer is kept when somebody leaves, also that a question was passed over.
create table context_transfer_answers (
    tenant_id uuid not null,
    transfer_id uuid not null,
    question text not null,
    answer text not null,
    skipped boolean not null,
    primary key (tenant_id, transfer_id, question),
    foreign key (tenant_id, transfer_id) references context_transfers on delete cascade
);
call protect_tenant_table('context_transfer_answers');
