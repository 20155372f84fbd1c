package dev.windrose.context.transfer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as files have them: texts, numbers, lists and objects. */
final class Values {

    private Values() {}

    /** Whole numbers as such; dates and ids as text. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
                yield plain;
            }
            case List<?> list -> list.stream().map(Values::plain).toList();
            case Number number -> number(number);
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Number number(Number number) {
        var exact = new BigDecimal(number.toString());
        boolean whole = exact.stripTrailingZeros().scale() <= 0 && exact.abs().compareTo(BigDecimal.TEN.pow(17)) < 0;
        return whole ? (Number) exact.longValue() : (Number) exact.doubleValue();
    }

    static boolean empty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(Values::empty);
    }

    /** Nothing, an empty text and an empty list are the same. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return empty(one) && empty(other) || Objects.equals(plain(one), plain(other));
    }

    static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }
}
