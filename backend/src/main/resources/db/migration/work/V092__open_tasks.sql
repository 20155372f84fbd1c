create index tasks_open_work on tasks (tenant_id, assignee_id, due_date, id) where deleted_at is null and status in ('open', 'in_progress');
