package dev.windrose.records.store;

import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

final class ParseNumber {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ParseNumber() {}

    static Long integer(Object given) throws BadValue {
        if (!(given instanceof Number)) {
            throw BadValue.wrongType("a whole number");
        }
        var number = exact(given);
        if (number.stripTrailingZeros().scale() > 0) {
            throw BadValue.wrongType("a whole number");
        }
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            throw BadValue.bad("The number is too large.");
        }
        return number.longValue();
    }

    static BigDecimal decimal(Object given, int digits, int decimals) throws BadValue {
        if (!(given instanceof Number)) {
            throw BadValue.wrongType("a number");
        }
        var number = exact(given);
        if (number.precision() - number.scale() > digits
                || number.stripTrailingZeros().scale() > decimals) {
            throw BadValue.bad("At most %d digits, and %d after the point.".formatted(digits, decimals));
        }
        return number.stripTrailingZeros().scale() < 0 ? number.setScale(0) : number;
    }

    static BigDecimal score(Object given) throws BadValue {
        var number = decimal(given, 3, 6);
        if (number.signum() < 0 || number.compareTo(HUNDRED) > 0) {
            throw BadValue.bad("A score lies between 0 and 100.");
        }
        return number;
    }

    static Money money(Object given) throws BadValue {
        if (given instanceof Money money) {
            return money;
        }
        if (!(given instanceof Map<?, ?> map)
                || map.get("amount") == null
                || !(map.get("currency") instanceof String currency)) {
            throw BadValue.wrongType(
                    "an amount with its currency, for example {\"amount\": 100, \"currency\": \"EUR\"}");
        }
        return new Money(decimal(map.get("amount"), 13, 4), currency(currency));
    }

    static String currency(String text) throws BadValue {
        String code = text.strip().toUpperCase(Locale.ROOT);
        try {
            return java.util.Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw BadValue.bad("\"%s\" is no currency. Write its three letters, for example EUR."
                    .formatted(ParseText.shortened(text)));
        }
    }

    private static BigDecimal exact(Object number) throws BadValue {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw BadValue.bad("Not a number.");
        }
    }
}
