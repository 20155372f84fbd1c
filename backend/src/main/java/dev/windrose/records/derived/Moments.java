package dev.windrose.records.derived;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Rates;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The present moment of the workspace in scope. Time zone and exchange rates are read once, and only if they are asked for. */
@Component
class Moments {

    private final Workspaces workspaces;
    private final ExchangeRates exchangeRates;
    private final Clock clock;

    Moments(Workspaces workspaces, ExchangeRates exchangeRates, Clock clock) {
        this.workspaces = workspaces;
        this.exchangeRates = exchangeRates;
        this.clock = clock;
    }

    Moment now() {
        return at(clock.instant());
    }

    /** Rates are those of the day, as they are known today. */
    Moment at(Instant instant) {
        return new Moment(instant, new Zone(), new KnownRates());
    }

    /** Reads the rates of a day once. What is not worth anything known in the currency of the workspace has no rate. */
    private final class KnownRates implements Rates {

        private final Map<LocalDate, Map<String, BigDecimal>> byDay = new HashMap<>();

        @Override
        public Optional<BigDecimal> rate(String from, String to, LocalDate day) {
            var known = byDay.computeIfAbsent(day, exchangeRates::on);
            var one = known.get(from);
            var other = known.get(to);
            return one == null || other == null
                    ? Optional.empty()
                    : Optional.of(one.divide(other, MathContext.DECIMAL64));
        }
    }

    private final class Zone implements Supplier<ZoneId> {

        private @Nullable ZoneId known;

        @Override
        public ZoneId get() {
            var zone = known;
            if (zone == null) {
                zone = ZoneId.of(workspaces.current().timeZone());
                known = zone;
            }
            return zone;
        }
    }
}
