alter table deals
    add column pipeline text,
    add column next_step text,
    add column next_step_due date,
    add column competitors jsonb,
    add column lost_reason_id uuid,
    add foreign key (tenant_id, lost_reason_id) references lost_reasons (tenant_id, id);
call index_record_columns('deals', 'pipeline', 'next_step_due', 'lost_reason_id');

alter table contacts
    add column consent_state text,
    add column consent_source text,
    add column consent_changed_at timestamptz,
    add column suppressed boolean,
    add column suppression_reason text,
    add column suppressed_at timestamptz;
call index_record_columns('contacts', 'consent_state', 'suppressed', 'suppression_reason');
