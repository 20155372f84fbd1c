package dev.windrose.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a plain member waits for when the rules let it see a part of the records only. */
final class ScaleAccess {

    static final String MEMBER = "seller0@seed.example";

    private static final List<String> TYPES = List.of("company", "contact", "deal", "interaction");
    /** Of records; what they lead to has an id too. */
    private static final Pattern ID = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"type\":\"[^\"]+\",\"version\":");

    /** A team of five, a territory with every twentieth account, an account team of a hundred, and somebody who can sign in. */
    private static final List<String> SURROUNDINGS =
            List.of("""
            insert into teams (tenant_id, id, name, name_key, created_at, updated_at)
            select '%1$s', gen_random_uuid(), 'Bench', 'bench', now(), now() on conflict do nothing""", """
            insert into team_members (tenant_id, team_id, person_id)
            select t.tenant_id, t.id, p.id from teams t join people p on p.tenant_id = t.tenant_id
            where t.tenant_id = '%1$s' and p.email in ('seller0@seed.example', 'seller1@seed.example', 'seller2@seed.example',
                'seller3@seed.example', 'seller4@seed.example')
            on conflict do nothing""", """
            insert into territories (tenant_id, id, created_at, updated_at, name, name_key)
            select '%1$s', gen_random_uuid(), now(), now(), 'Bench', 'bench'
            where not exists (select from territories where tenant_id = '%1$s')""", """
            insert into territory_members (tenant_id, territory_id, person_id)
            select t.tenant_id, t.id, p.id from territories t join people p on p.tenant_id = t.tenant_id
            where t.tenant_id = '%1$s' and p.email = 'seller0@seed.example'
            on conflict do nothing""", """
            update companies c set territory_id = t.id from territories t
            where c.tenant_id = '%1$s' and t.tenant_id = c.tenant_id and t.name_key = 'bench' and c.territory_id is null
                and hashtext(c.id::text) %% 20 = 0""", """
            insert into account_team_members (tenant_id, company_id, person_id)
            select p.tenant_id, c.id, p.id from people p, lateral (
                select id from companies where tenant_id = p.tenant_id and hashtext(id::text) %% 50 = 1 order by id limit 100) c
            where p.tenant_id = '%1$s' and p.email = 'seller0@seed.example'
            on conflict do nothing""", """
            insert into identities (id, tenant_id, person_id, email)
            select gen_random_uuid(), p.tenant_id, p.id, p.email from people p
            where p.tenant_id = '%1$s' and p.email = 'seller0@seed.example'
                and not exists (select from identities i where i.tenant_id = p.tenant_id and i.person_id = p.id)""", "vacuum analyze companies");

    private final ApiClient admin;
    private final ApiClient member;
    private final MeasureRows rows;

    ScaleAccess(ApiClient admin, ApiClient member, MeasureRows rows) {
        this.admin = admin;
        this.member = member;
        this.rows = rows;
    }

    static void prepare(Connection owner, UUID tenant) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (String sql : SURROUNDINGS) {
                statement.execute(sql.formatted(tenant));
            }
        }
    }

    void all() throws Exception {
        try {
            for (String level : List.of("everyone", "territory", "team", "private")) {
                rules(level);
                measure(level);
            }
        } finally {
            admin.put("/access/rules", "{\"rules\": []}");
        }
    }

    /** Does something under one level. */
    void at(String level, Samples.Work work) throws Exception {
        rules(level);
        try {
            work.run(0);
        } finally {
            rules("everyone");
        }
    }

    private void rules(String level) throws Exception {
        String rules = TYPES.stream()
                .map(type -> "{\"record_type\": \"%s\", \"role\": \"member\", \"read\": \"%s\", \"write\": \"%2$s\"}"
                        .formatted(type, level))
                .collect(Collectors.joining(","));
        admin.put("/access/rules", "{\"rules\": [%s]}".formatted(level.equals("everyone") ? "" : rules));
    }

    private void measure(String level) throws Exception {
        var companies = ids("companies");
        var deals = ids("deals");
        rows.row(
                level + ": open an account with its context",
                40,
                round -> member.get("/companies/%s/workspace".formatted(companies.get(round % companies.size()))));
        rows.row(level + ": open a deal", 40, round -> member.get("/deals/" + deals.get(round % deals.size())));
        for (var list : List.of(
                List.of("contacts by name", "contacts", "{\"sort\": [\"name\"], \"limit\": 50}"),
                List.of("contacts by beginning of the name, counted", "contacts", """
                        {"filter": {"field": "name", "op": "starts_with", "value": "greta h"}, "sort": ["name"], "limit": 50, "count": true}"""),
                List.of("contacts newest first", "contacts", "{\"sort\": [\"-created_at\"], \"limit\": 50}"),
                List.of("open deals by date", "deals", """
                        {"filter": {"field": "deal_state", "op": "is", "value": "open"}, "sort": ["deal_expected_signing_date"], "limit": 50}"""),
                List.of("accounts by an added field", "companies", """
                        {"filter": {"field": "c_tier", "op": "is", "value": "gold"}, "sort": ["name"], "limit": 50}"""),
                List.of("interactions of the last week", "interactions", """
                        {"filter": {"field": "date", "op": "within_last", "value": {"n": 1, "unit": "week"}}, "sort": ["-date"], "limit": 50}"""))) {
            rows.row(
                    "%s: %s".formatted(level, list.getFirst()),
                    60,
                    MeasureRows.Rounds.BRIEF,
                    _ -> member.post("/%s/query".formatted(list.get(1)), list.getLast()));
        }
        rows.row(level + ": board of 500 deals", 120, MeasureRows.Rounds.BRIEF, _ -> member.post("/deals/board", """
                {"column_field": "stage", "limit": 500, "totals": [{"op": "sum", "field": "deal_amount"}],
                 "filter": {"field": "deal_expected_signing_date", "op": "between", "value": ["2026-05-01", "2026-05-20"]}}"""));
    }

    /** Some that the member sees. */
    private List<String> ids(String plural) throws Exception {
        return Stream.of("created_at", "-created_at", "name")
                .flatMap(sort -> {
                    try {
                        String answer = member.post(
                                "/%s/query".formatted(plural), "{\"sort\": [\"%s\"], \"limit\": 100}".formatted(sort));
                        return ID.matcher(answer).results().map(found -> found.group(1)).toList().stream();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
