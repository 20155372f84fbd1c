package dev.windrose.context.amend;

import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a value the way the text writes the one whose place it takes. */
final class WriteValue {

    private static final List<String> SMALL = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private WriteValue() {}

    /** What stands where, in the glossed sentence of the entry. */
    record Written(Span place, String text) {}

    /** @param sameLanguage whether the words of the statement fit into the text as they are */
    static Written of(Value before, Value after, Glossed statement, String sentence, boolean sameLanguage) {
        return switch (before.dimension()) {
            case Value.WHO -> who(before, after, statement, sentence, sameLanguage);
            case Value.CLOCK -> new Written(before.span(), clock(before, after));
            case Value.WEEKDAY -> new Written(before.span(), capital(before.text(), after.text()));
            default -> number(before, after, statement, sameLanguage);
        };
    }

    private static Written who(Value before, Value after, Glossed statement, String sentence, boolean sameLanguage) {
        boolean article = !before.whole().equals(before.span());
        boolean takes = !after.whole().equals(after.span());
        var span = article && takes ? after.span() : after.whole();
        var text = sameLanguage ? statement.written(span) : span.of(statement.text());
        var place = article && !takes ? before.whole() : before.span();
        return new Written(place, place.start() == 0 ? capital(place.of(sentence), text) : text);
    }

    private static String clock(Value before, Value after) {
        int minutes = (int) after.size();
        int hour = minutes / 60;
        var text = before.text();
        if (text.contains(":") || text.contains(".")) {
            var form = text.startsWith("0") ? "%02d%s%02d" : "%d%s%02d";
            return form.formatted(hour, text.contains(":") ? ":" : ".", minutes % 60);
        }
        return minutes % 60 == 0 && text.matches("\\d+") ? String.valueOf(hour) : after.text();
    }

    private static Written number(Value before, Value after, Glossed statement, boolean sameLanguage) {
        var size = Objects.requireNonNull(after.plain());
        boolean sameUnit = before.counts()
                || Math.abs(before.size() * size.doubleValue()
                                - after.size()
                                        * Objects.requireNonNull(before.plain()).doubleValue())
                        < 1e-6 * Math.max(1, Math.abs(before.size() * size.doubleValue()));
        if (!sameUnit) {
            return new Written(
                    before.whole(),
                    sameLanguage
                            ? statement.written(after.whole())
                            : after.whole().of(statement.text()));
        }
        return new Written(before.span(), figure(before.text(), after, size, sameLanguage));
    }

    private static String figure(String before, Value after, BigDecimal size, boolean sameLanguage) {
        boolean inWords = before.chars().noneMatch(Character::isDigit);
        if (inWords) {
            boolean wordGiven = after.text().chars().noneMatch(Character::isDigit);
            if (wordGiven && sameLanguage) {
                return capital(before, after.text());
            }
            boolean small =
                    size.stripTrailingZeros().scale() <= 0 && size.intValue() >= 0 && size.intValue() < SMALL.size();
            boolean english = SMALL.contains(before.toLowerCase(Locale.ROOT));
            return small && english ? capital(before, SMALL.get(size.intValue())) : digits(before, size);
        }
        return digits(before, size);
    }

    /** With the signs of the number before: a comma or a point between thousands, none where there was none. */
    private static String digits(String before, BigDecimal size) {
        boolean points = before.matches(".*\\d\\.\\d{3}(?!\\d).*");
        boolean decimalComma = points || before.matches(".*\\d,\\d{1,2}(?!\\d).*");
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(decimalComma ? '.' : ',');
        symbols.setDecimalSeparator(decimalComma ? ',' : '.');
        var format = new DecimalFormat("#,##0.####", symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setGroupingUsed(!before.matches("\\d{4,}.*"));
        return format.format(size);
    }

    private static String capital(String before, String text) {
        boolean upper = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
        return upper && !text.isEmpty() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }
}
