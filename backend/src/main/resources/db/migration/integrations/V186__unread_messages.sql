-- The inbox shows what was not read, and where that which was read came from.
create index received_messages_unread on received_messages (tenant_id, arrived_at desc, id desc) where prompt_log_id is null;
create index received_messages_prompt_log on received_messages (tenant_id, prompt_log_id) where prompt_log_id is not null;
