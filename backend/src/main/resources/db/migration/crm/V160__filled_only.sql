-- Most records leave most of these fields empty. Without the empty ones an index is smaller, and a write touches only those of filled fields.
do $$
declare
    of_table text;
    of_column text;
begin
    for of_table, of_column in
        select kept.of_table, unnest(kept.columns) from (values
            ('companies', array['sub_industry_key', 'b2b_or_b2c', 'size_key', 'parent_company', 'customer_segment_label_key', 'decision_country',
                'momentum_score', 'product_fit_score', 'last_contact_date', 'website_url_key', 'revenue']),
            ('contacts', array['phone_key', 'title_key', 'influence_role', 'engagement_score', 'last_contact_date', 'consent_state',
                'suppression_reason']),
            ('deals', array['product_id', 'deal_id_key', 'deal_payment_status', 'deal_start_date', 'deal_end_date', 'deal_policy_state',
                'deal_health', 'payment_frequency', 'acquisition_channel_source_key', 'acquisition_campaign_source_key', 'deal_signing_date',
                'momentum_score', 'pipeline', 'next_step_due', 'lost_reason_id']),
            ('interactions', array['owner_id', 'subject_key', 'channel_key', 'deal_id']),
            ('objections', array['competitor_key', 'contact_id', 'deal_id']),
            ('feedback', array['product_id', 'contact_id'])) kept (of_table, columns)
    loop
        execute format('drop index if exists %I', of_table || '_' || of_column);
        execute format('create index %I on %I (tenant_id, %I, id) where deleted_at is null and %I is not null',
            of_table || '_' || of_column, of_table, of_column, of_column);
    end loop;
end $$;

-- companies_of_territories has the same rows and more.
drop index companies_territory_id;
