package dev.windrose.crm.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Fills the record tables set-wise, for measurements: two contacts, two deals and an interaction a company. Leaves no history and no events:
 * the size matters here, not the way in.
 */
public final class SeedStore {

    private static final List<String> STEPS = List.of("""
            create temporary table seed_companies on commit drop as
            select n, gen_random_uuid() as company, gen_random_uuid() as contact, gen_random_uuid() as deal,
                   initcap((array['alder','brook','copper','drift','elm','falcon','glen','harbor','iron','jasper','kiln','lark','marsh','north',
                       'ochre','pine','quarry','river','stone','tide'])[1 + n %% 20])
                   || (array['vale','mere','wick','ford','holm','gate','field','haven','crest','ridge'])[1 + n / 20 %% 10] || ' '
                   || (array['Foods','Chemicals','Energy','Textiles','Paper','Mining','Dairy','Optics','Logistics','Marine'])[1 + n / 7 %% 10]
                   || ' ' || n as name
            from generate_series(1, %2$d) n
            """, """
            create temporary table seed_products on commit drop as
            select row_number() over (order by p.id) - 1 as place, p.id, count(*) over () as all_products from products p
            where p.tenant_id = '%1$s' and p.deleted_at is null
            """, """
            insert into companies (tenant_id, id, created_at, updated_at, name, name_key, industry_vertical, industry_vertical_key, country_hq,
                website_url, website_url_key, employee_size, revenue, revenue_currency, customer_state, customer_segment_label,
                customer_segment_label_key, last_contact_date)
            select '%1$s', company, now() - n %% 900 * interval '1 day', now() - n * interval '1 second', name, lower(name), trade, lower(trade),
                   (array['DE','US','FR','JP','GB','NL','SE','BR'])[1 + n %% 8], 'https://' || replace(lower(name), ' ', '-') || '.example',
                   'https://' || replace(lower(name), ' ', '-') || '.example', 5 + n::bigint * 37 %% 9000, (n::bigint * 7919 %% 900000 + 1000) * 10000, 'USD',
                   (array['dormant','exploring','buying','using','churned'])[1 + n %% 5], segment, lower(segment), current_date - n %% 400
            from seed_companies,
                 lateral (select (array['Manufacturing','Food and beverage','Energy','Chemicals','Retail','Logistics'])[1 + n %% 6] as trade,
                                 (array['Enterprise','Mid-market','Small business'])[1 + n %% 3] as segment) s
            """, """
            insert into contacts (tenant_id, id, created_at, updated_at, company_id, name, name_key, email, email_key, title, title_key,
                influence_role, is_primary)
            select '%1$s', case k when 1 then contact else gen_random_uuid() end, now() - n %% 900 * interval '1 day', now() - n * interval '1 second',
                   company, person, lower(person), mail, mail, 'Head of Operations', 'head of operations',
                   (array['champion','decision_maker','influencer','user'])[1 + (n + k) %% 4], k = 1
            from seed_companies, generate_series(1, 2) k,
                 lateral (select (array['Ada','Bruno','Clara','Dario','Edith','Femi','Greta','Hugo','Ines','Jonas'])[1 + (n + k * 3) %% 10] || ' '
                              || (array['Abel','Brandt','Costa','Dahl','Ekman','Fontaine','Gruber','Holt','Ivers','Jansen'])[1 + (n / 10 + k) %% 10]
                              as person, 'person' || k || '@company' || n || '.example' as mail) p
            """, """
            insert into deals (tenant_id, id, created_at, updated_at, company_id, product_id, name, name_key, deal_id, deal_id_key, deal_state,
                deal_amount, deal_amount_currency, deal_amount_currency_key, stage, deal_payment_status, deal_health, deal_expected_signing_date,
                deal_signing_date)
            select '%1$s', case k when 1 then deal else gen_random_uuid() end, now() - n %% 700 * interval '1 day', now() - n * interval '1 second',
                   company, p.id, name, lower(name), 'S-' || n || '-' || k, 's-' || n || '-' || k,
                   case when stage in ('won', 'lost') then stage else 'open' end, (n::bigint * 104729 %% 90000 + 500) * 100, 'USD', 'usd', stage,
                   'unpaid', (array['good','good','at_risk','bad'])[1 + n %% 4], current_date + (n + k * 11) %% 180 - 30,
                   case stage when 'won' then current_date - n %% 600 end
            from seed_companies c
            cross join generate_series(1, 2) k
            cross join lateral (select (array['lead','qualified','discovery','proposal','negotiation','won','lost'])[1 + (n + k * 3) %% 7] as stage) s
            left join seed_products p on p.place = (c.n + k) %% p.all_products
            """, """
            insert into interactions (tenant_id, id, created_at, updated_at, interaction_type, company_id, contacts, date, subject, subject_key,
                channel, channel_key, deal_id)
            select '%1$s', gen_random_uuid(), now() - n %% 400 * interval '1 day', now() - n * interval '1 second', 'call', company,
                   jsonb_build_array(contact), current_date - n %% 400, 'Call about the next step', 'call about the next step', 'phone', 'phone', deal
            from seed_companies
            """);

    private SeedStore() {}

    public static Optional<UUID> newestWorkspace(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from tenants order by created_at desc limit 1")) {
            return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
        }
    }

    /** @return how many records were added */
    public static long insert(Connection connection, UUID tenant, int companies) throws SQLException {
        long rows = 0;
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.tenant', '%s', true)".formatted(tenant));
            for (String step : STEPS) {
                long count = statement.executeLargeUpdate(step.formatted(tenant, companies));
                rows += step.startsWith("insert") ? count : 0;
            }
            connection.commit();
            connection.setAutoCommit(true);
            for (String table : List.of("companies", "contacts", "deals", "interactions")) {
                statement.execute("vacuum analyze " + table);
            }
        }
        return rows;
    }
}
