package dev.windrose.context.policy;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What policies ask of the company of a deal, whoever may see it: their rules hold for everybody. */
@Component
class PolicyCompanyStore {

    private final JdbcClient jdbc;

    PolicyCompanyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since start of its first won deal */
    record Asked(
            @Nullable String segment,
            @Nullable String industry,
            @Nullable String country,
            @Nullable String territory,
            @Nullable Integer employees,
            @Nullable Money revenue,
            @Nullable String state,
            @Nullable LocalDate since) {}

    Optional<Asked> find(UUID company) {
        return jdbc.sql("""
                        select c.customer_segment_label, c.industry_vertical, coalesce(c.country_hq, c.decision_country) as country,
                            c.employee_size, c.revenue, c.revenue_currency, c.customer_state,
                            (select t.name from territories t where t.tenant_id = :tenant and t.id = c.territory_id) as territory,
                            (select min(coalesce(d.deal_start_date, d.deal_signing_date)) from deals d
                             where d.tenant_id = :tenant and d.company_id = c.id and d.deal_state = 'won' and d.deleted_at is null) as since
                        from companies c where c.tenant_id = :tenant and c.id = :company
                        """)
                .param("tenant", ActorScope.current().tenant().value())
                .param("company", company)
                .query((rs, _) -> asked(rs))
                .optional();
    }

    private static Asked asked(ResultSet rs) throws SQLException {
        var revenue = rs.getObject("revenue", Long.class);
        var currency = rs.getString("revenue_currency");
        return new Asked(
                rs.getString("customer_segment_label"),
                rs.getString("industry_vertical"),
                rs.getString("country"),
                rs.getString("territory"),
                rs.getObject("employee_size", Integer.class),
                revenue == null || currency == null ? null : Money.ofMinor(revenue, currency),
                rs.getString("customer_state"),
                rs.getObject("since", LocalDate.class));
    }
}
