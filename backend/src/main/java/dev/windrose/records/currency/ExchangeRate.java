package dev.windrose.records.currency;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a currency is worth in that of the workspace, from a day on.
 *
 * @param source where the rate is from
 */
public record ExchangeRate(
        String currency,
        LocalDate day,
        BigDecimal rate,
        @Nullable String source,
        @Nullable Instant setAt) {}
