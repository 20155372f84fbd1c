package dev.windrose.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in major units with its ISO 4217 currency; stored in minor units. */
public record Money(BigDecimal amount, String currency) {

    public Money {
        amount = amount.setScale(digits(currency), RoundingMode.HALF_EVEN);
    }

    public static Money ofMinor(long minor, String currency) {
        return new Money(BigDecimal.valueOf(minor, digits(currency)), currency);
    }

    public long minor() {
        return amount.unscaledValue().longValueExact();
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
