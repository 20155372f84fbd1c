package dev.windrose.records.currency;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RateStore {

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest of each currency first. */
    List<ExchangeRate> all(String base) {
        return jdbc.sql("""
                        select * from exchange_rates where tenant_id = :tenant and base_currency = :base
                        order by currency, day desc limit 5000
                        """)
                .param("tenant", tenant())
                .param("base", base)
                .query((rs, _) -> rate(rs))
                .list();
    }

    /** One of each currency: that of the day, or the latest before it. */
    List<ExchangeRate> on(String base, LocalDate day) {
        return jdbc.sql("""
                        select distinct on (currency) * from exchange_rates
                        where tenant_id = :tenant and base_currency = :base and day <= :day order by currency, day desc
                        """)
                .param("tenant", tenant())
                .param("base", base)
                .param("day", day)
                .query((rs, _) -> rate(rs))
                .list();
    }

    void save(String base, ExchangeRate rate, Instant at) {
        var person = ActorScope.current().person();
        jdbc.sql("""
                        insert into exchange_rates (tenant_id, base_currency, currency, day, rate, source, person_id, set_at)
                        values (:tenant, :base, :currency, :day, :rate, :source, cast(:person as uuid), cast(:at as timestamptz))
                        on conflict (tenant_id, base_currency, currency, day) do update
                        set rate = excluded.rate, source = excluded.source, person_id = excluded.person_id, set_at = excluded.set_at
                        """)
                .param("tenant", tenant())
                .param("base", base)
                .param("currency", rate.currency())
                .param("day", rate.day())
                .param("rate", rate.rate())
                .param("source", rate.source())
                .param("person", person == null ? null : person.toString())
                .param("at", at.toString())
                .update();
    }

    boolean delete(String base, String currency, LocalDate day) {
        return jdbc.sql("""
                        delete from exchange_rates
                        where tenant_id = :tenant and base_currency = :base and currency = :currency and day = :day
                        """)
                        .param("tenant", tenant())
                        .param("base", base)
                        .param("currency", currency)
                        .param("day", day)
                        .update()
                > 0;
    }

    private static ExchangeRate rate(ResultSet rs) throws SQLException {
        return new ExchangeRate(
                rs.getString("currency"),
                rs.getObject("day", LocalDate.class),
                rs.getBigDecimal("rate").stripTrailingZeros(),
                rs.getString("source"),
                rs.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
