-- What was decided about a use that is out with words that no longer hold: corrected, or left with a reason at that version of the entry.
alter table context_uses
    add column settled text,
    add column settled_why text,
    add column settled_by uuid,
    add column settled_at timestamptz,
    add column settled_version bigint;
create index context_uses_settled on context_uses (tenant_id, settled_at) where settled is not null;
