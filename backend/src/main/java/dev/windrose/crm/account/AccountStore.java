package dev.windrose.crm.account;

import dev.windrose.crm.account.AccountPage.Activity;
import dev.windrose.crm.account.AccountPage.Contact;
import dev.windrose.crm.account.AccountPage.Count;
import dev.windrose.crm.account.AccountPage.OpenDeal;
import dev.windrose.crm.account.AccountPage.State;
import dev.windrose.crm.account.AccountPage.Total;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.Money;
import dev.windrose.records.access.AccessSql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class AccountStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String FACTS = """
            select s.state, s.at, s.user_name, i.id, i.interaction_type, i.subject, i.date,
                   (select jsonb_agg(jsonb_build_object('state', deal_state, 'currency', deal_amount_currency, 'amount', amount, 'deals', deals)
                                     order by deals desc, deal_amount_currency)
                    from (select deal_state, deal_amount_currency, sum(deal_amount) as amount, count(*) as deals from deals t
                          where tenant_id = :tenant and company_id = :company and deleted_at is null and deal_state is not null{see:deal:t}
                          group by deal_state, deal_amount_currency) d) as totals,
                   (select jsonb_agg(to_jsonb(c)) from (%s) c) as counts
            from (select 1) one
            left join lateral (
                select h.new_values ->> 'customer_state' as state, h.at, h.user_name from record_history h
                where h.tenant_id = :tenant and h.record_id = :company and h.changed_fields @> '["customer_state"]'
                order by h.version desc limit 1) s on true
            left join lateral (
                select n.id, n.interaction_type, coalesce(n.subject, 'Interaction') as subject, n.date from interactions n
                where n.tenant_id = :tenant and n.company_id = :company and n.deleted_at is null{see:interaction:n}
                order by n.date desc nulls last, n.id desc limit 1) i on true
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    AccountStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    record Facts(
            @Nullable State state,
            @Nullable Activity activity,
            Map<String, List<Total>> totals,
            Map<String, Count> counts) {}

    List<Contact> people(CompanyId company) {
        return sql("""
                        select t.id, t.name, t.title, t.email, t.phone, t.influence_role, t.is_primary, t.engagement_score,
                               t.last_contact_date
                        from contacts t
                        where t.tenant_id = :tenant and t.company_id = :company and t.deleted_at is null{see:contact:t}
                        order by t.is_primary desc nulls last, t.name_key, t.id limit 100
                        """, company)
                .query((rs, _) -> new Contact(
                        rs.getObject("id", UUID.class),
                        String.valueOf(rs.getString("name")),
                        rs.getString("title"),
                        rs.getString("email"),
                        rs.getString("phone"),
                        rs.getString("influence_role"),
                        rs.getBoolean("is_primary"),
                        rs.getBigDecimal("engagement_score"),
                        rs.getObject("last_contact_date", LocalDate.class)))
                .list();
    }

    List<OpenDeal> openDeals(CompanyId company) {
        return sql("""
                        select d.id, coalesce(d.name, d.deal_id, 'Deal') as name, d.stage, d.deal_amount, d.deal_amount_currency,
                               d.deal_expected_signing_date, d.deal_health, p.name as product_name, d.owner_id
                        from deals d left join products p on p.tenant_id = d.tenant_id and p.id = d.product_id{see:product:p}
                        where d.tenant_id = :tenant and d.company_id = :company and d.deleted_at is null and d.deal_state = 'open'{see:deal:d}
                        order by d.deal_expected_signing_date nulls last, d.id limit 100
                        """, company)
                .query((rs, _) -> new OpenDeal(
                        rs.getObject("id", UUID.class),
                        String.valueOf(rs.getString("name")),
                        rs.getString("stage"),
                        amount(rs),
                        rs.getString("deal_amount_currency"),
                        rs.getObject("deal_expected_signing_date", LocalDate.class),
                        rs.getString("deal_health"),
                        rs.getString("product_name"),
                        rs.getObject("owner_id", UUID.class)))
                .list();
    }

    /** Since when the customer state is what it is, the last interaction, what the deals add up to, and how many records there are. */
    Facts facts(CompanyId company, Descriptors descriptors) {
        String counts = descriptors.all().stream()
                .map(AccountStore::count)
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" union all "));
        return sql(FACTS.formatted(counts), company).query((rs, _) -> facts(rs)).single();
    }

    private static Facts facts(ResultSet rs) throws SQLException {
        var state = rs.getObject("at") == null
                ? null
                : new State(
                        rs.getString("state"),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("user_name"));
        var activity = rs.getObject("id") == null
                ? null
                : new Activity(
                        rs.getObject("id", UUID.class),
                        rs.getString("interaction_type"),
                        rs.getString("subject"),
                        rs.getObject("date", LocalDate.class));
        return new Facts(state, activity, totals(rs.getString("totals")), counts(rs.getString("counts")));
    }

    private static Map<String, List<Total>> totals(@Nullable String json) {
        var totals = new LinkedHashMap<String, List<Total>>();
        for (var total : read(json)) {
            String currency = total.path("currency").asString(null);
            var amount = currency == null
                    ? BigDecimal.ZERO
                    : Money.ofMinor(total.path("amount").asLong(0), currency).amount();
            totals.computeIfAbsent(total.path("state").asString(""), _ -> new ArrayList<>())
                    .add(new Total(currency, amount, total.path("deals").asLong()));
        }
        return totals;
    }

    private static Map<String, Count> counts(@Nullable String json) {
        var counts = new LinkedHashMap<String, Count>();
        for (var count : read(json)) {
            counts.put(
                    count.path("type").asString(),
                    new Count(
                            count.path("total").asLong(),
                            count.path("open").isNumber() ? count.path("open").asLong() : null));
        }
        return counts;
    }

    private static Iterable<JsonNode> read(@Nullable String json) {
        return json == null ? List.of() : JSON.readTree(json);
    }

    private static String count(Descriptor type) {
        var status = type.field("status").or(() -> type.field("deal_state")).filter(field -> field.choice("open")
                .isPresent());
        String open = status.map(
                        field -> "count(*) filter (where %1$s in ('open', 'in_progress'))".formatted(field.name()))
                .orElse("null::bigint");
        String belongs = type.field("company_id").isPresent()
                ? "company_id = :company"
                : type.field("record_id").isPresent() ? "record_id_key = cast(:company as text)" : "";
        return belongs.isEmpty()
                ? ""
                : "select '%s' as type, count(*) as total, %s as open from %s t where %s and %s and t.deleted_at is null{see:%s:t}"
                        .formatted(type.name(), open, type.table(), type.rows(), belongs, type.name());
    }

    private static @Nullable BigDecimal amount(ResultSet rs) throws SQLException {
        var minor = rs.getBigDecimal("deal_amount");
        String currency = rs.getString("deal_amount_currency");
        return minor == null || currency == null
                ? null
                : Money.ofMinor(minor.longValueExact(), currency).amount();
    }

    private StatementSpec sql(String text, CompanyId company) {
        return jdbc.sql(access.guard(text))
                .param("tenant", ActorScope.current().tenant().value())
                .param("company", company.value());
    }
}
