package dev.windrose.records.currency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets totals of lists and boards be in one currency. A page of groups asks often, so what was read is good for a second. */
@Component
class RatesForTotals implements dev.windrose.records.query.ExchangeRates {

    private final ExchangeRates rates;
    private final Cache<Day, Map<String, BigDecimal>> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    RatesForTotals(ExchangeRates rates) {
        this.rates = rates;
    }

    private record Day(TenantId tenant, LocalDate day) {}

    @Override
    public Optional<BigDecimal> rate(String from, String to, LocalDate on) {
        var worth = known.get(new Day(ActorScope.current().tenant(), on), day -> rates.on(day.day()));
        var one = worth.get(from);
        var other = worth.get(to);
        return one == null || other == null ? Optional.empty() : Optional.of(one.divide(other, MathContext.DECIMAL64));
    }
}
