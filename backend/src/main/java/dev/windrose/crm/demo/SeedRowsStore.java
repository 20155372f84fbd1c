package dev.windrose.crm.demo;

import dev.windrose.crm.demo.SeedStore.Step;
import dev.windrose.platform.id.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The statements that make the rows. Row n of a table has an id and a place in time that follow from n, so that tables refer to each other
 * without being joined. A few accounts are big: half of everything belongs to a quarter of them, a fifth of a percent to the first.
 */
final class SeedRowsStore {

    private static final long YEARS = Duration.ofDays(3 * 365).toMillis();

    /** n of another table, the same for the same row each time, small numbers most. */
    private static final String SKEWED =
            "1 + floor(power((hashint8extended(%s, %d) & 2147483647) / 2147483648.0, 2) * %d)::bigint";

    private final UUID tenant;
    private final SeedScale scale;
    private final String run;

    SeedRowsStore(UUID tenant, SeedScale scale) {
        this.tenant = tenant;
        this.scale = scale;
        this.run = Ids.next().toString().substring(33);
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step("people", filled(PEOPLE)));
        steps.add(new Step("field_definitions", filled(FIELD)));
        steps.add(new Step("companies", filled(COMPANIES)));
        steps.add(new Step("field_index", filled(FIELD_VALUES)));
        steps.add(new Step("contacts", filled(CONTACTS)));
        steps.add(new Step("deals", filled(DEALS)));
        steps.add(new Step("record_periods", filled(PERIODS)));
        steps.add(new Step("interactions", filled(INTERACTIONS)));
        steps.add(new Step("record_values", filled(PEOPLE_OF_INTERACTIONS)));
        steps.add(new Step("change_sets", filled(CHANGE_SETS)));
        steps.add(new Step("record_history", filled(HISTORY)));
        return List.copyOf(steps);
    }

    /** Writes {@code {company n}} as the id of that row, {@code {company at n}} as its time. */
    private String filled(String sql) {
        String text = sql.replace("{tenant}", tenant.toString())
                .replace("{run}", run)
                .replace("{company of}", SKEWED.formatted("n", 1, scale.companies()))
                .replace("{company of contact}", SKEWED.formatted("contact", 1, scale.companies()))
                .replace("{contact of}", SKEWED.formatted("n", 2, Math.max(1, scale.contacts())))
                .replace("{companies}", String.valueOf(scale.companies()))
                .replace("{contacts}", String.valueOf(scale.contacts()))
                .replace("{deals}", String.valueOf(scale.deals()))
                .replace("{interactions}", String.valueOf(scale.interactions()))
                .replace("{changes}", String.valueOf(scale.deals() / 3));
        text = ids(text, "company", 1, scale.companies());
        text = ids(text, "contact", 2, scale.contacts());
        text = ids(text, "deal", 3, scale.deals());
        text = ids(text, "interaction", 4, scale.interactions());
        return ids(text, "change", 5, scale.deals() / 3);
    }

    private String ids(String sql, String name, int number, long rows) {
        long step = Math.max(1, YEARS / Math.max(1, rows));
        return sql.replaceAll(
                        "\\{" + name + " (\\w+)}",
                        "(lpad(to_hex((extract(epoch from current_date) * 1000)::bigint - %d + $1::bigint * %d), 12, '0') || '7%s8%03d' || lpad(to_hex($1), 12, '0'))::uuid"
                                .formatted(YEARS, step, run, number))
                .replaceAll(
                        "\\{" + name + " at (\\w+)}",
                        "(current_date - interval '%d ms' + $1 * interval '%d ms')".formatted(YEARS, step));
    }

    private static final String PEOPLE = """
            insert into people (tenant_id, id, name, email, role, status, created_at, updated_at)
            select '{tenant}', gen_random_uuid(), initcap((array['ada','bruno','clara','dario','edith','femi','greta','hugo'])[1 + n % 8]) || ' '
                   || (array['Ashcombe','Brightwell','Corvin','Dunmore','Eastlake'])[1 + n / 8], 'seller' || n || '@seed.example', 'member', 'active',
                   now(), now()
            from generate_series(0, 39) n
            on conflict do nothing
            """;

    private static final String FIELD = """
            with version as (
                insert into schema_versions (tenant_id, version) values ('{tenant}', 1)
                on conflict (tenant_id) do update set version = schema_versions.version + 1)
            insert into field_definitions (tenant_id, id, record_type, name, label, kind, required, is_unique, choices, help, section, filter, sort,
                list, created_at)
            values ('{tenant}', gen_random_uuid(), 'company', 'c_tier', 'Tier', 'choice', false, false,
                '[{"value": "gold", "label": "Gold", "tone": "amber"}, {"value": "silver", "label": "Silver", "tone": "blue"},
                  {"value": "bronze", "label": "Bronze", "tone": "teal"}]', '', 'Classification', true, true, 0, now())
            on conflict do nothing
            """;

    private static final String TIER_OF =
            "(array['gold','silver','silver','bronze','bronze','bronze'])[1 + (hashint8extended(n, 21) & 65535) % 6]";

    private static final String OWNERS =
            "owners as (select array_agg(id order by id) as ids, count(*) as number from people where tenant_id = '{tenant}' and status = 'active')";

    private static final String COMPANIES = """
            with %s
            insert into companies (tenant_id, id, created_at, updated_at, owner_id, name, name_key, industry_vertical, industry_vertical_key,
                country_hq, website_url, website_url_key, employee_size, revenue, revenue_currency, customer_state, customer_segment_label,
                customer_segment_label_key, last_contact_date, momentum_score, product_fit_score, custom)
            select '{tenant}', {company n}, {company at n}, {company at n} + random() * (now() - {company at n}),
                   o.ids[1 + (hashint8extended(n, 9) & 1023) %% o.number], name, lower(name), trade, lower(trade),
                   (array['US','US','US','DE','DE','GB','FR','JP','NL','SE','BR','IN'])[1 + (hashint8extended(n, 22) & 65535) %% 12], site, site,
                   (5 + 9000 * power(random(), 4))::int, (1000 + 900000 * power(random(), 3))::bigint * 10000, 'USD',
                   (array['dormant','dormant','exploring','exploring','buying','using','using','using','churned'])[1 + (hashint8extended(n, 23) & 65535) %% 9], segment,
                   lower(segment), current_date - (400 * power(random(), 2))::int, round((random() * 100)::numeric, 1),
                   round((random() * 100)::numeric, 1), jsonb_build_object('c_tier', %s)
            from owners o, generate_series(1, {companies}) n,
                 lateral (select (array['Manufacturing','Food and beverage','Energy','Chemicals','Retail','Logistics','Health','Software'])[1 + (hashint8extended(n, 24) & 65535) %% 8] as trade,
                                 (array['Enterprise','Mid-market','Mid-market','Small business','Small business'])[1 + (hashint8extended(n, 25) & 65535) %% 5] as segment,
                                 initcap((array['alder','brook','copper','drift','elm','falcon','glen','harbor','iron','jasper','kiln','lark','marsh',
                                     'north','ochre','pine','quarry','river','stone','tide'])[1 + (hashint8extended(n, 26) & 65535) %% 20])
                                 || (array['vale','mere','wick','ford','holm','gate','field','haven','crest','ridge'])[1 + n / 20 %% 10] || ' '
                                 || (array['Foods','Chemicals','Energy','Textiles','Paper','Mining','Dairy','Optics','Logistics','Marine'])[1 + n / 7 %% 10]
                                 || ' ' || n as name) s,
                 lateral (select 'https://' || replace(lower(name), ' ', '-') || '.example' as site) w
            """.formatted(OWNERS, TIER_OF);

    private static final String FIELD_VALUES = """
            insert into field_index (tenant_id, field_id, record_id, position, text_value)
            select '{tenant}', f.id, {company n}, 0, %s
            from field_definitions f, generate_series(1, {companies}) n
            where f.tenant_id = '{tenant}' and f.record_type = 'company' and f.name = 'c_tier'
            """.formatted(TIER_OF);

    private static final String CONTACTS = """
            with %s
            insert into contacts (tenant_id, id, created_at, updated_at, owner_id, company_id, name, name_key, email, email_key, title, title_key,
                influence_role, is_primary, engagement_score, last_contact_date)
            select '{tenant}', {contact n}, {contact at n}, {contact at n} + random() * (now() - {contact at n}),
                   o.ids[1 + (hashint8extended(n, 8) & 1023) %% o.number], {company company}, person, lower(person), mail, mail, job, lower(job),
                   (array['champion','decision_maker','influencer','user','user','user'])[1 + (hashint8extended(n, 27) & 65535) %% 6], n %% 5 = 0,
                   round((random() * 100)::numeric, 1), current_date - (400 * power(random(), 2))::int
            from owners o, generate_series(1, {contacts}) n, lateral (select {company of} as company) c,
                 lateral (select (array['Ada','Bruno','Clara','Dario','Edith','Femi','Greta','Hugo','Ines','Jonas','Kira','Levi','Mona','Nils','Oda','Piet'])[1 + (hashint8extended(n, 28) & 65535) %% 16]
                              || ' ' || (array['Abel','Brandt','Costa','Dahl','Ekman','Fontaine','Gruber','Holt','Ivers','Jansen'])[1 + n / 16 %% 10]
                              || (array['','son','berg','feld','wood','ley','man'])[1 + n / 160 %% 7] as person,
                              'person' || n || '-{run}@company' || company || '.example' as mail,
                              (array['Head of Operations','CFO','Buyer','IT manager','Plant manager','Analyst'])[1 + (hashint8extended(n, 29) & 65535) %% 6] as job) p
            """.formatted(OWNERS);

    private static final String STAGE =
            "(array['won','won','won','lost','lost','lost','lead','qualified','discovery','proposal','negotiation'])[1 + (hashint8extended(n, 3) & 1023) % 11]";

    private static final String DEALS = """
            with %s, goods as (select array_agg(id order by id) as ids, count(*) as number from products
                where tenant_id = '{tenant}' and deleted_at is null)
            insert into deals (tenant_id, id, created_at, updated_at, owner_id, company_id, product_id, name, name_key, deal_id, deal_id_key, deal_state,
                deal_amount, deal_amount_currency, deal_amount_currency_key, stage, deal_payment_status, deal_health, deal_expected_signing_date,
                deal_signing_date)
            select '{tenant}', {deal n}, {deal at n}, {deal at n} + random() * (now() - {deal at n}), o.ids[1 + (hashint8extended(n, 7) & 1023) %% o.number],
                   {company company}, case when g.number > 0 then g.ids[1 + n %% g.number] end, 'Deal ' || n, 'deal ' || n, 'S-{run}-' || n,
                   's-{run}-' || n, case when stage in ('won', 'lost') then stage else 'open' end,
                   (500 + 200000 * power(random(), 3))::bigint * 100, currency, lower(currency), stage, 'unpaid',
                   (array['good','good','at_risk','bad'])[1 + (hashint8extended(n, 30) & 65535) %% 4], {deal at n}::date + 60 + (60 * random())::int,
                   case stage when 'won' then {deal at n}::date + 50 end
            from owners o, goods g, generate_series(1, {deals}) n,
                 lateral (select {company of} as company, %s as stage, (array['USD','USD','USD','EUR'])[1 + (hashint8extended(n, 31) & 65535) %% 4] as currency) s
            """.formatted(OWNERS, STAGE);

    /** Each deal went through the stages before its own, about three weeks in each. */
    private static final String PERIODS = """
            with way as (select array['lead','qualified','discovery','proposal','negotiation'] as stages)
            insert into record_periods (tenant_id, id, record_type, record_id, field, value, entered_at, left_at, person_name, source)
            select '{tenant}', gen_random_uuid(), 'deal', {deal n}, 'stage', case when step > 5 then stage else stages[step] end,
                   {deal at n} + (step - 1) * interval '20 days', case when step < last then {deal at n} + step * interval '20 days' end, 'Seed', 'import'
            from way, generate_series(1, {deals}) n, lateral (select %s as stage) s,
                 lateral (select coalesce(array_position(stages, stage), 6) as last) l, generate_series(1, last) step
            """.formatted(STAGE);

    private static final String INTERACTIONS = """
            insert into interactions (tenant_id, id, created_at, updated_at, interaction_type, company_id, contacts, date, subject, subject_key,
                channel, channel_key)
            select '{tenant}', {interaction n}, {interaction at n}, {interaction at n}, kind, {company company}, jsonb_build_array({contact contact}),
                   {interaction at n}::date, subject, lower(subject), kind, kind
            from generate_series(1, {interactions}) n, lateral (select {contact of} as contact) p,
                 lateral (select {company of contact} as company, (array['call','email','email','meeting','demo'])[1 + (hashint8extended(n, 32) & 65535) % 5] as kind,
                              (array['Call about the next step','Question about the offer','Demo of the product','Yearly review'])[1 + (hashint8extended(n, 33) & 65535) % 4] as subject) s
            """;

    private static final String PEOPLE_OF_INTERACTIONS = """
            insert into record_values (tenant_id, record_type, field, value, record_id)
            select '{tenant}', 'interaction', 'contacts', {contact contact}::text, {interaction n}
            from generate_series(1, {interactions}) n, lateral (select {contact of} as contact) p
            order by 4, 5
            """;

    /** A third of the deals had their amount changed once, spread over the last quarter. */
    private static final String CHANGE_SETS = """
            insert into change_sets (tenant_id, id, status, actor_kind, actor_name, cause_kind, summary, created_at, operation_count)
            select '{tenant}', {change n}, 'applied', 'person', 'Seed', 'person', 'Amount changed', now() - n * interval '90 days' / {changes}, 1
            from generate_series(1, {changes}) n
            """;

    private static final String HISTORY = """
            insert into record_history (tenant_id, id, record_type, record_id, version, at, change_type, change_category, changed_fields, summary,
                vector_searchable_text, source, user_name, previous_values, new_values, change_set_id)
            select '{tenant}', gen_random_uuid(), 'deal', {deal deal}, 1, now() - n * interval '90 days' / {changes}, 'MINOR', 'DEAL_AMOUNT',
                   '["deal_amount"]', 'Amount changed', 'Deal ' || deal || ': amount changed', 'person', 'Seed', '{"deal_amount": 1000}',
                   '{"deal_amount": 2000}', {change n}
            from generate_series(1, {changes}) n, lateral (select n * 3 - 1 as deal) d
            """;
}
