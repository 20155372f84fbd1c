-- An administrator looks at the workspace as somebody else, for a while.
alter table sessions
    add column viewing_person_id uuid,
    add column viewing_until timestamptz;

alter table people
    add column skills jsonb not null default '[]',
    add column languages jsonb not null default '[]',
    add column absences jsonb not null default '[]';
