-- Lists as of a past moment read what has changed since.
create index record_history_time on record_history (tenant_id, record_type, at);
