package dev.windrose.records.importing.column;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people write them: {@code 1,234.56}, {@code 1.234,56 €}, {@code $18k}, {@code (500)}. */
public final class NumberText {

    private static final Pattern PARTS = Pattern.compile(
            "([^\\d(+.,-]*)([(+-]?)([^\\d+.,-]*)([\\d.,'’ \\u00A0\\u202F]*\\d|\\d)([.,]?)(\\)?)\\s*(.*)");
    private static final Map<String, Integer> POWERS =
            Map.of("k", 3, "thousand", 3, "m", 6, "mn", 6, "mio", 6, "million", 6, "bn", 9, "b", 9, "billion", 9);
    private static final Map<String, String> SIGNS =
            Map.of("$", "USD", "us$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "₹", "INR");

    private NumberText() {}

    /** @param currency its code, where the text names one */
    public record Amount(BigDecimal number, @Nullable String currency) {}

    /** @param decimalComma what a lone separator means where the text itself does not tell */
    public static Optional<Amount> parse(String text, boolean decimalComma) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var digits = digits(parts.group(4).replaceAll("['’ \\u00A0\\u202F]", ""), decimalComma);
        String before = (parts.group(1) + parts.group(3)).strip().toLowerCase(Locale.ROOT);
        String after = parts.group(7).strip().toLowerCase(Locale.ROOT);
        int power = 0;
        for (var unit : POWERS.entrySet()) {
            if (after.equals(unit.getKey()) || after.startsWith(unit.getKey() + " ")) {
                power = unit.getValue();
                after = after.substring(unit.getKey().length()).strip();
                break;
            }
        }
        var currency = currency(before.isEmpty() ? after : before);
        if (digits.isEmpty() || currency.isEmpty() || !before.isEmpty() && !after.isEmpty()) {
            return Optional.empty();
        }
        boolean negative = parts.group(2).equals("-") || parts.group(2).equals("(");
        var number = digits.get().scaleByPowerOfTen(power);
        return Optional.of(
                new Amount(negative ? number.negate() : number, currency.get().isEmpty() ? null : currency.get()));
    }

    /** Empty text for no currency; nothing where the text is something else. */
    private static Optional<String> currency(String text) {
        if (text.isEmpty()) {
            return Optional.of("");
        }
        if (SIGNS.containsKey(text)) {
            return Optional.of(SIGNS.get(text));
        }
        return text.matches("[a-z]{3}") ? Optional.of(text.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<BigDecimal> digits(String text, boolean decimalComma) {
        int comma = text.lastIndexOf(',');
        int point = text.lastIndexOf('.');
        char decimal;
        if (comma >= 0 && point >= 0) {
            decimal = comma > point ? ',' : '.';
        } else {
            char only = comma >= 0 ? ',' : '.';
            boolean groups = text.matches("[1-9]\\d{0,2}([.,]\\d{3})+");
            boolean several = text.indexOf(only) != text.lastIndexOf(only);
            boolean grouping = groups && (several || (only == ',') != decimalComma);
            decimal = grouping ? other(only) : only;
        }
        String plain = text.replace(String.valueOf(other(decimal)), "").replace(decimal, '.');
        return plain.matches("\\d+(\\.\\d+)?|\\.\\d+") && plain.length() <= 40
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    private static char other(char separator) {
        return separator == ',' ? '.' : ',';
    }
}
