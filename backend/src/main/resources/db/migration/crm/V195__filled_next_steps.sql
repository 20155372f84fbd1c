-- As in V160: most deals have no next step, and a write of such a deal need not touch this index. Open deals without one have their own.
drop index if exists deals_next_step_key;
create index deals_next_step_key on deals (tenant_id, next_step_key, id) where deleted_at is null and next_step_key is not null;
