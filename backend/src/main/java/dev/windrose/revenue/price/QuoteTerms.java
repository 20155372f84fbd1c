package dev.windrose.revenue.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Terms of a quote that policies may say something of. What is not known is null. */
public record QuoteTerms(
        @Nullable UUID company,
        @Nullable String product,
        @Nullable Integer quantity,
        @Nullable String currency,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal yearlyAmount,
        @Nullable Integer termMonths,
        @Nullable BigDecimal discountPercent,
        @Nullable Integer paymentTermsDays,
        LocalDate day) {

    public QuoteTerms withDiscount(BigDecimal percent) {
        return new QuoteTerms(
                company,
                product,
                quantity,
                currency,
                unitPrice,
                yearlyAmount,
                termMonths,
                percent,
                paymentTermsDays,
                day);
    }
}
