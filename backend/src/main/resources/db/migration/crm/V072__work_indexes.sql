-- The first page and everybody's own work are read from these alone.
create index deals_open_totals on deals (tenant_id, stage, deal_amount_currency, deal_amount) where deleted_at is null and deal_state = 'open';
create index deals_open_steps on deals (tenant_id, owner_id, next_step_due, id) where deleted_at is null and deal_state = 'open';
create index deals_open_without_step on deals (tenant_id, deal_expected_signing_date, id)
    where deleted_at is null and deal_state = 'open' and next_step is null;
create index deals_won_day on deals (tenant_id, deal_signing_date, stage, deal_amount_currency, deal_amount)
    where deleted_at is null and deal_state = 'won';
