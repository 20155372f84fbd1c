-- A policy that was read by guess only warns until a person has confirmed it.
alter table policy_clauses add column confirmed boolean not null default false;
