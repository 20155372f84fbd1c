-- What one unit of a currency is worth in the currency of the workspace, from a day on.
create table exchange_rates (
    tenant_id uuid not null,
    base_currency text not null,
    currency text not null,
    day date not null,
    rate numeric(24, 12) not null check (rate > 0),
    source text,
    person_id uuid,
    set_at timestamptz not null,
    primary key (tenant_id, base_currency, currency, day)
);
call protect_tenant_table('exchange_rates');
