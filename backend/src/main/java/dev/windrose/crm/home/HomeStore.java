package dev.windrose.crm.home;

import dev.windrose.crm.home.HomePage.Deal;
import dev.windrose.crm.home.HomePage.DealList;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.Money;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HomeStore {

    private static final int SHOWN = 8;

    private static final String DEALS = """
            select d.id, coalesce(d.name, {show:deal.deal_id:d.deal_id}, 'Deal') as name, {show:deal.stage:d.stage} as stage,
                   {show:deal.deal_amount:d.deal_amount} as deal_amount, {show:deal.deal_amount_currency:d.deal_amount_currency} as currency,
                   {show:deal.next_step:d.next_step} as next_step, d.owner_id, {show:deal.%1$s:d.%1$s} as date,
                   {show:deal.company_name:c.name} as company_name, count(*) over () as found
            from (select * from deals t where t.tenant_id = :tenant and t.deleted_at is null and t.deal_state = 'open' and %2$s %3$s
                {uses:deal:deal_state}{see:deal:t}) d
            left join companies c on c.tenant_id = d.tenant_id and c.id = d.company_id{see:company:c}
            order by {show:deal.%1$s:d.%1$s} nulls last, d.id limit %4$d
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    HomeStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** Deals of a stage in one currency. */
    record Group(@Nullable String stage, @Nullable String currency, long count, long minor) {}

    List<Group> open(@Nullable UUID owner) {
        return groups("t.deal_state = 'open'", owner, LocalDate.EPOCH);
    }

    List<Group> wonSince(LocalDate day, @Nullable UUID owner) {
        return groups("t.deal_state = 'won' and t.deal_signing_date >= :day{uses:deal:deal_signing_date}", owner, day);
    }

    private List<Group> groups(String condition, @Nullable UUID owner, LocalDate day) {
        return jdbc.sql(access.guard("""
                        select t.stage, {show:deal.deal_amount:t.deal_amount_currency} as currency, count(*) as deals,
                               coalesce(sum({show:deal.deal_amount:t.deal_amount}), 0) as amount
                        from deals t where t.tenant_id = :tenant and t.deleted_at is null and %s %s{uses:deal:stage,deal_state}{see:deal:t}
                        group by 1, 2
                        """.formatted(condition, owned(owner))))
                .param("tenant", tenant())
                .param("owner", owner == null ? tenant() : owner)
                .param("day", day)
                .query((rs, _) -> new Group(
                        rs.getString("stage"), rs.getString("currency"), rs.getLong("deals"), rs.getLong("amount")))
                .list();
    }

    DealList withoutNextStep(@Nullable UUID owner) {
        return deals(
                "t.next_step is null{uses:deal:next_step}",
                "deal_expected_signing_date",
                owner,
                LocalDate.EPOCH,
                condition("next_step", "empty", null));
    }

    DealList overdue(LocalDate today, @Nullable UUID owner) {
        return deals(
                "t.next_step_due < :day{uses:deal:next_step_due}",
                "next_step_due",
                owner,
                today,
                condition("next_step_due", "lt", "today"));
    }

    DealList closingUntil(LocalDate day, @Nullable UUID owner) {
        return deals(
                "t.deal_expected_signing_date <= :day{uses:deal:deal_expected_signing_date}",
                "deal_expected_signing_date",
                owner,
                day,
                condition("deal_expected_signing_date", "lte", "this_month"));
    }

    private DealList deals(
            String condition, String date, @Nullable UUID owner, LocalDate day, Map<String, Object> asked) {
        long[] found = {0};
        var deals = jdbc.sql(access.guard(DEALS.formatted(date, condition, owned(owner), SHOWN)))
                .param("tenant", tenant())
                .param("owner", owner == null ? tenant() : owner)
                .param("day", day)
                .query((rs, _) -> {
                    found[0] = rs.getLong("found");
                    return deal(rs);
                })
                .list();
        return new DealList(found[0], deals, filter(asked, owner));
    }

    /** The same question as a filter tree, which opens the list of all of them. */
    private static Map<String, Object> filter(Map<String, Object> asked, @Nullable UUID owner) {
        var parts = new ArrayList<>(List.of(condition("deal_state", "is", "open"), asked));
        if (owner != null) {
            parts.add(condition("owner_id", "is", "me"));
        }
        return Map.of("and", parts);
    }

    private static Map<String, Object> condition(String field, String op, @Nullable String value) {
        return value == null ? Map.of("field", field, "op", op) : Map.of("field", field, "op", op, "value", value);
    }

    private static String owned(@Nullable UUID owner) {
        return owner == null ? "" : "and t.owner_id = :owner";
    }

    private static Deal deal(ResultSet rs) throws SQLException {
        String currency = rs.getString("currency");
        return new Deal(
                rs.getObject("id", UUID.class),
                String.valueOf(rs.getString("name")),
                rs.getString("company_name"),
                rs.getString("stage"),
                currency == null || rs.getObject("deal_amount") == null
                        ? null
                        : Money.ofMinor(rs.getLong("deal_amount"), currency),
                rs.getString("next_step"),
                rs.getObject("date", LocalDate.class),
                rs.getObject("owner_id", UUID.class));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
