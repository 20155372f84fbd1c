package dev.windrose.revenue.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a price or a quote is wanted for.
 *
 * @param currency null takes that of the customer
 * @param termMonths null takes a year
 * @param paymentTermsDays null takes what is usual by policy
 * @param validUntil null takes what policies say
 */
public record QuoteWish(
        UUID product,
        int quantity,
        @Nullable String currency,
        @Nullable Integer termMonths,
        @Nullable BigDecimal discountPercent,
        @Nullable String tier,
        @Nullable UUID company,
        @Nullable UUID deal,
        @Nullable Integer paymentTermsDays,
        @Nullable LocalDate validUntil) {}
