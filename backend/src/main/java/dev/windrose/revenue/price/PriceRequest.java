package dev.windrose.revenue.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param tier the name of a tier, where one is asked for; null takes that of the quantity
 * @param day on which the price has to hold
 */
public record PriceRequest(
        UUID product,
        int quantity,
        String currency,
        int termMonths,
        BigDecimal discountPercent,
        @Nullable String tier,
        LocalDate day) {}
